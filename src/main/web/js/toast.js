// Messages at the edge of the window: the flash message of the last form, and what went wrong in the background.
import { settleDraft } from './drafts.js';
import { text } from './texts.js';

const SHOWN_MS = 8_000; // Long enough to be read twice; it waits while the pointer or the focus is on it.
const PAUSE_MS = 50;
let stack;

/** The flash message: without scripts it stands above the page, with them it becomes a toast. */
export default function flash(element) {
  const error = element.classList.contains('alert-danger');
  if (!error) settleDraft(document.referrer);
  toast(element.textContent.trim(), { error });
  element.remove();
}

/** Shows `message`; an error stays until it is closed. */
export function toast(message, { error = false } = {}) {
  const note = document.createElement('div');
  note.className = error ? 'toast-note error' : 'toast-note';
  note.setAttribute('role', error ? 'alert' : 'status');
  const words = document.createElement('p');
  note.append(words, closeButton(note));
  stacked(note);
  // Into a region that is there already, so that screen readers notice the change.
  setTimeout(() => {
    words.textContent = message;
  }, PAUSE_MS);
  if (!error) leaveLater(note);
}

function stacked(note) {
  if (!stack) {
    stack = document.createElement('div');
    stack.className = 'toasts';
    document.body.append(stack);
  }
  stack.append(note);
}

function closeButton(note) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', text('close'));
  button.addEventListener('click', () => note.remove());
  return button;
}

function leaveLater(note) {
  let timer = setTimeout(() => note.remove(), SHOWN_MS);
  const stay = () => clearTimeout(timer);
  const go = () => {
    stay();
    timer = setTimeout(() => note.remove(), SHOWN_MS);
  };
  note.addEventListener('pointerenter', stay);
  note.addEventListener('focusin', stay);
  note.addEventListener('pointerleave', go);
  note.addEventListener('focusout', go);
}
