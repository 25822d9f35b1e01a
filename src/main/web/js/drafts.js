// Drafts: text that was typed and not yet posted. This device stores them for each member and form.

const PREFIX = 'draft:';
const SENT = 'draft-sent';
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;
let forgotten = false;

/** The storage key of the draft of this form. */
export function draftKey(member, action) {
  return `${PREFIX}${member}:${new URL(action).pathname}`;
}

/**
 * Stores `fields` (name to text), or removes the draft if all are blank. Does nothing after `forget`.
 *
 * @param submitted whether the server has received exactly these texts
 */
export function keep(key, fields, { submitted = false, now = Date.now(), storage = localStorage } = {}) {
  if (forgotten) return;
  if (Object.values(fields).every(value => value.trim() === '')) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify({ fields, at: now, submitted }));
}

/** The draft stored under `key`: { fields, at, submitted }, or null. Removes a value that is too old or is not a draft. */
export function kept(key, { now = Date.now(), storage = localStorage } = {}) {
  try {
    const { fields, at, submitted = false } = JSON.parse(storage.getItem(key));
    if (now - at < KEPT_MS) return { fields, at, submitted };
  } catch {
    // Not a draft.
  }
  storage.removeItem(key);
  return null;
}

/** Removes all drafts of `member` from this device: its next user must not find them. */
export function forget(member, storage = localStorage, session = sessionStorage) {
  const mine = `${PREFIX}${member}:`;
  forgotten = true;
  for (const key of Object.keys(storage)) if (key.startsWith(mine)) storage.removeItem(key);
  session.removeItem(SENT);
}

/** Records that the draft was sent from `page`. `settleDraft` removes it when the server has confirmed it. */
export function sent(key, page, storage = sessionStorage) {
  storage.setItem(SENT, JSON.stringify({ key, page }));
}

/**
 * The draft that was sent to `action` and not confirmed: { member, fields }. `member` is the id of its author, or "" for
 * a guest. Null if no draft was sent.
 */
export function lastSent(action, session = sessionStorage, local = localStorage) {
  try {
    const { key } = JSON.parse(session.getItem(SENT));
    const [, member, path] = key.match(/^draft:(\d*):(.*)$/);
    const draft = path === action ? kept(key, { storage: member === '' ? session : local }) : null;
    return draft && { member, fields: draft.fields };
  } catch {
    return null; // Nothing was sent.
  }
}

/** Called with the page before a success message. If the draft was sent from that page, it was posted: removes it. */
export function settleDraft(referrer, session = sessionStorage, storage = localStorage) {
  try {
    const { key, page } = JSON.parse(session.getItem(SENT)) ?? {};
    if (!key || !referrer || new URL(referrer).pathname !== page) return;
    session.removeItem(SENT);
    storage.removeItem(key);
    session.removeItem(key);
  } catch {
    // Storage is switched off, or the value is not ours.
  }
}
