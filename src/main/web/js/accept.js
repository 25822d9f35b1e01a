// The accepted mark, moved without leaving the page. The order of the answers stays until the page is loaded again.
import { post } from './api.js';
import { toast } from './toast.js';

export default function accept(form) {
  let sending = false;

  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    try {
      const { accepted } = await post(form.action, {});
      mark(form.closest('.answer'), accepted);
    } catch (problem) {
      toast(problem.message, { error: true });
    } finally {
      sending = false;
    }
  });
}

/** Marks `answer` alone, or none. */
function mark(answer, accepted) {
  for (const card of answer.parentElement.querySelectorAll('.answer')) {
    const marked = accepted && card === answer;
    card.classList.toggle('accepted', marked);
    card.dataset.accepted = marked;
    const button = card.querySelector('.accept button');
    button?.setAttribute('aria-pressed', marked);
    if (button) button.title = marked ? button.dataset.unaccept : button.dataset.accept;
  }
}
