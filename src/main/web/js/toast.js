// Messages at the edge of the window: the flash message of the last form, and errors of requests in the background.
import { settleDraft } from './drafts.js';
import { text } from './texts.js';

const SHOWN_MS = 8_000; // Time to read it twice; the pointer or the focus stops the clock.
const PAUSE_MS = 50;
let stack;

/** Turns the flash message, which is above the page without scripts, into a toast. */
export default function flash(element) {
  const error = element.classList.contains('alert-danger');
  if (!error) settleDraft(document.referrer);
  const form = element.querySelector('.undo');
  toast((element.querySelector('.flash-text') ?? element).textContent.trim(), { error, form });
  element.remove();
}

/** Shows `message`, with the `form` that takes the act back, if any; an error stays until it is closed. */
export function toast(message, { error = false, form } = {}) {
  const note = document.createElement('div');
  note.className = error ? 'toast-note error' : 'toast-note';
  note.setAttribute('role', error ? 'alert' : 'status');
  const words = document.createElement('p');
  note.append(words, ...(form ? [form] : []), closeButton(note));
  stacked(note);
  // Screen readers notice a change only in a region that was in the page before.
  setTimeout(() => {
    words.textContent = message;
  }, PAUSE_MS);
  if (!error) removeLater(note);
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

function removeLater(note) {
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
