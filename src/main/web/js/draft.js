// Saves a form's fields as a draft, so that a closed tab, an expired session or a failed request loses nothing. A guest's
// draft lasts as long as the tab: the next user of the device must not find it.
// Targets: the text fields, and .draft-note with its button
import { draftKey, keep, kept, sent } from './drafts.js';

const PAUSE_AFTER_TYPING_MS = 400;

export default function draft(form) {
  const { memberId } = document.body.dataset;
  const storage = memberId ? localStorage : sessionStorage;
  const fields = [...form.querySelectorAll('textarea[name], input[type="text"][name]')];
  const key = draftKey(memberId, form.action);
  const cameBack = form.querySelector('[aria-invalid="true"]') !== null;
  let submitted = false;
  let timer;

  restore();
  form.addEventListener('input', () => {
    submitted = false;
    clearTimeout(timer);
    timer = setTimeout(keepTyped, PAUSE_AFTER_TYPING_MS);
  });
  addEventListener('pagehide', keepTyped);
  form.addEventListener('submit', () => {
    submitted = true;
    keepTyped();
    sent(key, location.pathname);
  });

  /** Unchanged fields need no draft, unless the server rejected the form. */
  function keepTyped() {
    const typed = fields.map(field => [field.name, field.value]);
    keep(key, cameBack || changed() ? Object.fromEntries(typed) : {}, { submitted, storage });
  }

  function changed() {
    return fields.some(field => field.value !== field.defaultValue);
  }

  /**
   * A rejected form shows what was submitted. Its draft is newer only if it was typed after that, before a reload. Fields
   * that the browser restored itself are newer than any draft.
   */
  function restore() {
    const saved = kept(key, { storage });
    if (!saved || changed() || (cameBack && saved.submitted)) return;
    for (const field of fields) field.value = saved.fields[field.name] ?? field.defaultValue;
    if (!changed()) return;
    const closed = form.closest('details');
    if (closed) closed.open = true;
    const restored = fields.filter(field => field.value !== field.defaultValue);
    for (const field of restored) field.dispatchEvent(new Event('input', { bubbles: true }));
    offerToDiscard();
  }

  function offerToDiscard() {
    const note = form.querySelector('.draft-note');
    if (!note) return;
    note.hidden = false;
    note.querySelector('button').addEventListener('click', () => {
      for (const field of fields) field.value = field.defaultValue;
      keep(key, {}, { storage });
      note.hidden = true;
      fields[0].focus();
    });
  }
}
