// Saves a form's fields as a draft, so that a closed tab, an expired session or a failed request loses nothing. A guest's
// draft lasts as long as the tab: the next user of the device must not find it. A member's draft is on the server too.
// Value: data-draft, the address of the server's copy; missing if the form has none
// Targets: the text fields, and .draft-note with its button
import { draftKey, keep, kept, sent } from './drafts.js';
import { ServerDraft } from './server-draft.js';

const PAUSE_AFTER_TYPING_MS = 400;
const LOADED_BEFORE_PX = 800;

export default function draft(form) {
  const { memberId } = document.body.dataset;
  const storage = memberId ? localStorage : sessionStorage;
  const server = memberId && form.dataset.draft ? new ServerDraft(form.dataset.draft) : null;
  const fields = [...form.querySelectorAll('textarea[name], input[type="text"][name]')];
  const key = draftKey(memberId, form.action);
  const cameBack = form.querySelector('[aria-invalid="true"]') !== null;
  const isEdit = fields.some(field => field.name === 'version');
  let submitted = false;
  let typedAt = 0;
  let timer;

  const untouched = restore();
  form.addEventListener('input', typed);
  addEventListener('pagehide', () => {
    keepTyped();
    leave();
  });
  // A phone may end a hidden page without another event.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  form.addEventListener('submit', () => {
    submitted = true;
    clearTimeout(timer);
    timer = undefined;
    keepTyped();
    sent(key, location.pathname);
    server?.stop();
  });
  if (server && cameBack) saveOnServer();
  else if (server && untouched) whenNear(form.closest('details') ?? form, fromServer);

  function typed() {
    const posted = submitted && current() === null;
    submitted = false;
    // Later than the text that is there, even if this clock is behind.
    typedAt = Math.max(Date.now(), typedAt + 1);
    clearTimeout(timer);
    timer = setTimeout(() => settle(posted), PAUSE_AFTER_TYPING_MS);
  }

  /** After posting, a script empties the form; the server has no draft any longer. */
  function settle(posted = false) {
    clearTimeout(timer);
    timer = undefined;
    keepTyped();
    if (!posted) saveOnServer();
  }

  function leave() {
    if (timer !== undefined) settle();
    server?.flush(true);
  }

  function keepTyped() {
    keep(key, current() ?? {}, { submitted, storage, now: typedAt || Date.now() });
  }

  function saveOnServer() {
    if (!submitted) server?.save(current(), typedAt || Date.now());
  }

  /** Unchanged fields need no draft, unless the server rejected the form. Null without a draft. */
  function current() {
    const values = fields.map(field => [field.name, field.value]);
    const blank = values.every(([, value]) => value.trim() === '');
    return !blank && (cameBack || changed()) ? Object.fromEntries(values) : null;
  }

  function changed() {
    return fields.some(field => field.value !== field.defaultValue);
  }

  /**
   * A rejected form shows what was submitted. Its draft is newer only if it was typed after that, before a reload. Fields
   * that the browser restored itself are newer than any draft: then this returns false.
   */
  function restore() {
    const saved = kept(key, { storage });
    if (changed()) return false;
    if (!saved || (cameBack && saved.submitted)) return true;
    typedAt = saved.at;
    fill(saved.fields);
    return true;
  }

  function fill(texts) {
    for (const field of fields) field.value = texts[field.name] ?? field.defaultValue;
    const restored = fields.filter(field => field.value !== field.defaultValue);
    form.removeEventListener('input', typed);
    for (const field of restored) field.dispatchEvent(new Event('input', { bubbles: true }));
    form.addEventListener('input', typed);
    if (restored.length === 0) return;
    const closed = form.closest('details');
    if (closed) closed.open = true;
    offerToDiscard();
  }

  /**
   * The newer text wins. Text that was typed during the request is newer. An edit that was posted elsewhere does not end the draft
   * of this one: its version is old, so that the page of the conflict shows both.
   */
  async function fromServer() {
    const before = typedAt;
    const stored = await server.load();
    if (!stored || submitted || typedAt !== before) return;
    if (stored.fields && stored.typedAt > typedAt) {
      typedAt = stored.typedAt;
      fill(stored.fields);
      keepTyped();
    } else if (stored.endedAt >= typedAt && typedAt > 0) {
      if (!isEdit) empty();
    } else if (stored.typedAt !== typedAt && typedAt > 0) {
      saveOnServer();
    }
  }

  function discard() {
    empty();
    server?.save(null);
    server?.flush(false);
    fields[0].focus();
  }

  function empty() {
    for (const field of fields) field.value = field.defaultValue;
    keep(key, {}, { storage });
    const note = form.querySelector('.draft-note');
    if (note) note.hidden = true;
  }

  function offerToDiscard() {
    const note = form.querySelector('.draft-note');
    if (!note) return;
    note.hidden = false;
    note.querySelector('button').addEventListener('click', discard);
  }
}

/** Calls `act` when `element` is nearly in sight: a reader who does not scroll to the form requests nothing. */
function whenNear(element, act) {
  const observer = new IntersectionObserver(
    entries => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: `${LOADED_BEFORE_PX}px` },
  );
  observer.observe(element);
}
