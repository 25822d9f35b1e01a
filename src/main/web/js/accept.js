// Accepts an answer without loading the page again. The order of the answers changes with the next load.
import { showAccepted } from './accepted-mark.js';
import { post } from './api.js';
import { oneClick } from './submit-once.js';
import { toast } from './toast.js';

export default function accept(form) {
  let sending = false;

  form.addEventListener('click', oneClick);
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

/** Shows `answer` as the accepted one, or no answer if `accepted` is false. */
function mark(answer, accepted) {
  for (const card of answer.parentElement.querySelectorAll('.answer')) showAccepted(card, accepted && card === answer);
}
