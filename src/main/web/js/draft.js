// Nothing typed is lost: not by a closed tab, an expired session or a failed request.
import { draftKey, keep, kept, sent } from './drafts.js';

const PAUSE_AFTER_TYPING_MS = 400;

export default function draft(form) {
  const fields = [...form.querySelectorAll('textarea[name], input[type="text"][name]')];
  const key = draftKey(document.body.dataset.memberId, form.action);
  const read = () => Object.fromEntries(fields.map(field => [field.name, field.value]));
  let timer;

  restore();
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(key, read()), PAUSE_AFTER_TYPING_MS);
  });
  addEventListener('pagehide', () => keep(key, read()));
  form.addEventListener('submit', () => {
    keep(key, read());
    sent(key, location.pathname);
  });

  /** What the server sent back is newer than any draft. */
  function restore() {
    const saved = kept(key);
    if (!saved || fields.some(field => field.value !== '')) return;
    for (const field of fields) field.value = saved[field.name] ?? '';
    offerToDiscard();
  }

  function offerToDiscard() {
    const note = form.querySelector('.draft-note');
    if (!note) return;
    note.hidden = false;
    note.querySelector('button').addEventListener('click', () => {
      for (const field of fields) field.value = '';
      keep(key, {});
      note.hidden = true;
      fields[0].focus();
    });
  }
}
