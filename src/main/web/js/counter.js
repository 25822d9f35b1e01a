// Counts the characters of a field near its limit. Nothing is cut: the server refuses a text that is too long.
// Values: data-limit, data-count and data-over (texts with %n, %limit and %more)
import { announce } from './announce.js';

const SHOWN_FROM = 0.8;

export default function counter(field) {
  const limit = Number(field.dataset.limit);
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const note = document.createElement('p');
  note.className = 'counter';
  note.hidden = true;
  field.after(note);
  let wasOver = false;

  field.addEventListener('input', show);
  show();

  function show() {
    const length = lengthOf(field);
    const over = length > limit;
    note.hidden = length < SHOWN_FROM * limit;
    note.classList.toggle('over', over);
    note.textContent = (over ? field.dataset.over : field.dataset.count)
      .replace('%n', number.format(length))
      .replace('%limit', number.format(limit))
      .replace('%more', number.format(length - limit));
    if (over && !wasOver) announce(note.textContent);
    wasOver = over;
  }
}

/** As the server counts: texts in UTF-16, lines in characters. */
function lengthOf(field) {
  return field.matches('textarea') ? field.value.length : [...field.value].length;
}
