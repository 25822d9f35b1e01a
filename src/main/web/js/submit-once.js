// Prevents a second submit of a form while the response is on its way: it would be posted twice.

const LOST_AFTER_MS = 10_000; // The reader may have stopped the loading of the next page: then the form works again.
const sentAt = new WeakMap();

document.addEventListener('submit', event => {
  const form = event.target;
  // Behaviours that send their form themselves call preventDefault; this listener runs after theirs.
  if (event.defaultPrevented || form.method !== 'post') return;
  if (Date.now() - (sentAt.get(form) ?? 0) < LOST_AFTER_MS) event.preventDefault();
  else sentAt.set(form, Date.now());
});

/** For click events of a toggle: drops the second click of a double click, which would undo the first. */
export function oneClick(event) {
  if (event.detail > 1) event.preventDefault();
}

// The browser came back to this page and restored it from its cache.
addEventListener('pageshow', () => {
  for (const form of document.forms) sentAt.delete(form);
});
