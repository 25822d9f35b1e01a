// A form that leaves the page is sent once: a second press while the answer is on its way would post it twice.

const LOST_AFTER_MS = 10_000; // Whoever has stopped the page's loading may try again.
const sentAt = new WeakMap();

document.addEventListener('submit', event => {
  const form = event.target;
  // What a behaviour sends itself is its own affair; this listener comes after theirs.
  if (event.defaultPrevented || form.method !== 'post') return;
  if (Date.now() - (sentAt.get(form) ?? 0) < LOST_AFTER_MS) event.preventDefault();
  else sentAt.set(form, Date.now());
});

/** For the clicks on a switch: a double click is one, else the second would undo the first. */
export function oneClick(event) {
  if (event.detail > 1) event.preventDefault();
}

// Back from the next page, which kept this one as it was.
addEventListener('pageshow', () => {
  for (const form of document.forms) sentAt.delete(form);
});
