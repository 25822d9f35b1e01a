// The sign-in form on the page of a text that was refused because nobody was signed in. The text waits in this tab and is
// posted after the sign-in. Without scripts, or if the author is unknown, the server gives it back in a form.
// Value: data-action, the address that refused the text
// Targets: the hidden fields with the text, [data-typed], and .waiting-note on the page
import { lastSent } from './drafts.js';
import { wait } from './waiting.js';
import waitingNote from './waiting-note.js';

export default function refusedText(form) {
  const { action } = form.dataset;
  const refused = lastSent(action);
  if (!refused) return;
  wait({ member: refused.member, action, fields: refused.fields });
  waitingNote(document.querySelector('.waiting-note'));
  for (const field of form.querySelectorAll('[data-typed]')) field.remove();
}
