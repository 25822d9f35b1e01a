// A vote or text of somebody who must sign in first. It waits in this tab, and is sent when its author has signed in. No
// address can start it, and it is sent only for the member who wrote it, or if a guest wrote it.

const KEY = 'waiting';
const LONGEST_MS = 30 * 60 * 1000;

/**
 * Lets `item` wait, in place of any other.
 *
 * @param item { member, vote, value } or { member, action, fields }; member is the id of the author, or "" for a guest
 */
export function wait(item, { now = Date.now(), storage } = {}) {
  try {
    (storage ?? sessionStorage).setItem(KEY, JSON.stringify({ ...item, at: now }));
  } catch {
    // Storage is switched off or full: nothing will wait.
  }
}

export function somethingWaits() {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false; // Storage is switched off.
  }
}

/** The waiting item, or null. */
export function waiting({ now = Date.now(), storage } = {}) {
  try {
    const item = JSON.parse((storage ?? sessionStorage).getItem(KEY));
    return item && now - item.at < LONGEST_MS ? item : null;
  } catch {
    return null;
  }
}

/** Ends the waiting. Returns what waited, or null, and whether it may be sent for `member`. */
export function take(member, options = {}) {
  const item = waiting(options);
  (options.storage ?? sessionStorage).removeItem(KEY);
  return { item, allowed: item !== null && (item.member === '' || item.member === member) };
}

/** Whether the address leads to the post of this vote: `/question/2/vote` to `…#question-2`. */
export function votedAt(vote, address) {
  const [, kind, id] = vote.split('/');
  return (address ?? '').endsWith(`#${kind}-${id}`);
}
