// Prevents a second submit of a form while the response is on its way: it would be posted twice. Says that it is sent.
// Value of the button: data-busy, its label in that time
import { announce } from './announce.js';
import { text } from './texts.js';

const LOST_AFTER_MS = 10_000; // The reader may have stopped the loading of the next page: then the form works again.
const sentAt = new WeakMap();
const labels = new WeakMap();

document.addEventListener('submit', event => {
  const form = event.target;
  // Behaviours that send their form themselves call preventDefault; this listener runs after theirs.
  if (event.defaultPrevented || form.method !== 'post') return;
  if (Date.now() - (sentAt.get(form) ?? 0) < LOST_AFTER_MS) {
    event.preventDefault();
    return;
  }
  sentAt.set(form, Date.now());
  busy(form);
  setTimeout(() => ready(form), LOST_AFTER_MS);
});

/** Shows that `form` is being sent. */
export function busy(form) {
  form.setAttribute('aria-busy', 'true');
  const button = form.querySelector('.btn[type="submit"]');
  if (!button || button.childElementCount > 0 || labels.has(button)) return;
  labels.set(button, button.textContent);
  button.textContent = button.dataset.busy ?? text('sending');
  announce(button.textContent);
}

/** Shows that `form` is no longer being sent. */
export function ready(form) {
  form.removeAttribute('aria-busy');
  const button = form.querySelector('.btn[type="submit"]');
  if (!labels.has(button)) return;
  button.textContent = labels.get(button);
  labels.delete(button);
}

/** For click events of a toggle: drops the second click of a double click, which would undo the first. */
export function oneClick(event) {
  if (event.detail > 1) event.preventDefault();
}

// The browser came back to this page and restored it from its cache.
addEventListener('pageshow', () => {
  for (const form of document.forms) {
    sentAt.delete(form);
    ready(form);
  }
});
