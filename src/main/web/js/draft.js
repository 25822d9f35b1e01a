// Saves a form's fields as a draft, so that a closed tab, an expired session or a failed request loses nothing.
// Targets: the text fields, and .draft-note with its button
import { draftKey, keep, kept, sent } from './drafts.js';

const PAUSE_AFTER_TYPING_MS = 400;

export default function draft(form) {
  const fields = [...form.querySelectorAll('textarea[name], input[type="text"][name]')];
  const key = draftKey(document.body.dataset.memberId, form.action);
  const cameBack = form.querySelector('[aria-invalid="true"]') !== null;
  let timer;

  restore();
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keepTyped, PAUSE_AFTER_TYPING_MS);
  });
  addEventListener('pagehide', keepTyped);
  form.addEventListener('submit', () => {
    keepTyped();
    sent(key, location.pathname);
  });

  /** Unchanged fields need no draft, unless the server rejected the form. */
  function keepTyped() {
    const typed = fields.map(field => [field.name, field.value]);
    keep(key, cameBack || changed() ? Object.fromEntries(typed) : {});
  }

  function changed() {
    return fields.some(field => field.value !== field.defaultValue);
  }

  /** Fields of a rejected form, and fields that the browser restored itself, are newer than any draft. */
  function restore() {
    const saved = kept(key);
    if (!saved || cameBack || changed()) return;
    for (const field of fields) field.value = saved[field.name] ?? field.defaultValue;
    if (changed()) offerToDiscard();
  }

  function offerToDiscard() {
    const note = form.querySelector('.draft-note');
    if (!note) return;
    note.hidden = false;
    note.querySelector('button').addEventListener('click', () => {
      for (const field of fields) field.value = field.defaultValue;
      keep(key, {});
      note.hidden = true;
      fields[0].focus();
    });
  }
}
