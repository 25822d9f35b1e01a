// Votes without loading the page again. The page shows the click at once; the response, which includes others' votes,
// corrects it.
// Values: data-url; of the form or an element around it: data-author-id, data-own (a text)
// Targets: .rating and the buttons .vote
import { post } from './api.js';
import { number, signed } from './signed-numbers.js';
import { oneClick } from './submit-once.js';
import { toast } from './toast.js';
import { cast } from './vote-state.js';
import { wait } from './waiting.js';

export default function votes(form) {
  const reader = document.body.dataset.memberId;
  if (!reader) {
    // The form of a guest opens the sign-in page, and the vote waits.
    form.addEventListener('submit', ({ submitter }) => waitForVote('', submitter.value));
    return;
  }
  const output = form.querySelector('.rating');
  const buttons = [...form.querySelectorAll('.vote')];
  let sending = false;

  if (form.method === 'get') enableFor(reader, form, buttons);
  form.addEventListener('click', oneClick);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (sending || !event.submitter) return;
    const before = read();
    const value = Number(event.submitter.value);
    sending = true;
    show(cast(before, value));
    try {
      show(await post(form.dataset.url, { value }));
    } catch (problem) {
      show(before);
      if (problem.code === 'sign-in-required') signInToVote(value);
      else toast(problem.message, { error: true });
    } finally {
      sending = false;
    }
  });

  function waitForVote(member, value) {
    wait({ member, vote: form.dataset.url, value: Number(value) });
  }

  /** The session has ended, perhaps in another window. */
  function signInToVote(value) {
    waitForVote(reader, value);
    const { pathname, search } = location;
    const post = form.closest('[id]');
    const query = new URLSearchParams({ continue: `${pathname}${search}#${post.id}` });
    location.assign(`${document.body.dataset.signIn}?${query}`);
  }

  function read() {
    const pressed = buttons.find(button => button.getAttribute('aria-pressed') === 'true');
    return { rating: number(output.textContent), vote: Number(pressed?.value ?? 0) };
  }

  function show({ rating, vote }) {
    showRating(form, rating);
    for (const button of buttons) button.setAttribute('aria-pressed', Number(button.value) === vote);
  }
}

/** Shows the rating of the post of `form`. */
export function showRating(form, rating) {
  const output = form.querySelector('.rating');
  output.textContent = signed(rating);
  const label = output.getAttribute('aria-label');
  if (label) output.setAttribute('aria-label', label.replace(/-?\d+/, rating));
  const card = form.closest('[data-rating], .comments'); // A comment in an answer's card is not the answer.
  if (card?.matches('[data-rating]')) card.dataset.rating = rating;
}

/** A published card is rendered as guests see it. Enables its buttons for this reader, who may lack the privilege to vote. */
function enableFor(reader, form, buttons) {
  const own = form.closest('[data-author-id]').dataset.authorId === reader;
  const reason = own ? form.closest('[data-own]').dataset.own : document.body.dataset.noVote;
  for (const button of buttons) {
    button.disabled = reason !== undefined;
    button.title = reason ?? button.getAttribute('aria-label');
  }
}
