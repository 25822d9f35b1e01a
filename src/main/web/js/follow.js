// Follows, saves and mutes without loading the page again. The page shows the click at once; the response corrects it.
// Values of the button: name, the member of the response; value, what it asks for next
// Targets: the button, .followers with .number and .word (data-words)
import { post } from './api.js';
import { plural } from './plural.js';
import { oneClick } from './submit-once.js';
import { toast } from './toast.js';

export default function follow(form) {
  const button = form.querySelector('button');
  const followers = form.querySelector('.followers');
  let sending = false;

  form.addEventListener('click', oneClick);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (sending) return;
    const wanted = button.value === 'true';
    sending = true;
    show(wanted);
    try {
      const state = await post(form.action, { [button.name]: wanted });
      show(state[button.name]);
      if (followers) count(followers, state.followers);
    } catch (problem) {
      show(!wanted);
      toast(problem.message, { error: true });
    } finally {
      sending = false;
    }
  });

  function show(on) {
    button.setAttribute('aria-pressed', on);
    button.value = String(!on);
  }
}

function count(element, number) {
  element.querySelector('.number').textContent = number;
  element.querySelector('.word').textContent = plural(element.dataset.words, number);
}
