// What was typed and not yet posted, kept on this device per member and address.

const PREFIX = 'draft:';
const SENT = 'draft-sent';
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;
let forgotten = false;

/** The name a draft of this form is kept under. */
export function draftKey(member, action) {
  return `${PREFIX}${member}:${new URL(action).pathname}`;
}

/** Keeps `fields` (name to text); nothing typed is nothing kept. Nothing is where all was forgotten: the page is being left. */
export function keep(key, fields, now = Date.now(), storage = localStorage) {
  if (forgotten) return;
  if (Object.values(fields).every(value => value.trim() === '')) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify({ fields, at: now }));
}

/** The fields kept under `key`, or null; what is too old or is not ours is thrown away. */
export function kept(key, now = Date.now(), storage = localStorage) {
  try {
    const { fields, at } = JSON.parse(storage.getItem(key));
    if (now - at < KEPT_MS) return fields;
  } catch {
    // Not a draft.
  }
  storage.removeItem(key);
  return null;
}

/** Throws away what `member` has typed on this device, for good: whoever uses it next does not find it. */
export function forget(member, storage = localStorage, session = sessionStorage) {
  const mine = `${PREFIX}${member}:`;
  forgotten = true;
  for (const key of Object.keys(storage)) if (key.startsWith(mine)) storage.removeItem(key);
  session.removeItem(SENT);
}

/** Remembers that the draft was sent from `page`; it is dropped once a page says that it arrived. */
export function sent(key, page, storage = sessionStorage) {
  storage.setItem(SENT, JSON.stringify({ key, page }));
}

/** A success message came after `referrer`: if the draft was sent from there, it is posted and need not be kept. */
export function settleDraft(referrer, session = sessionStorage, storage = localStorage) {
  try {
    const { key, page } = JSON.parse(session.getItem(SENT)) ?? {};
    if (!key || !referrer || new URL(referrer).pathname !== page) return;
    session.removeItem(SENT);
    storage.removeItem(key);
  } catch {
    // Storage is switched off, or holds something else.
  }
}
