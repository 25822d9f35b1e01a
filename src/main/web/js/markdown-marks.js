// The effect of the editor's buttons and keys on a text and its selection, without a DOM so that tests need none.
// Each function returns a change (text-change.js), or null if Markdown allows none here.
import { coded } from './markdown-code.js';
import { emphasized } from './markdown-emphasis.js';
import { continued, indented, listed, quoted } from './markdown-lines.js';
import { linked, pastedLink } from './markdown-link.js';
import { inCode, parse } from './markdown-tree.js';

const MARKS = {
  bold: (...at) => emphasized('bold', ...at),
  italic: (...at) => emphasized('italic', ...at),
  link: linked,
  code: coded,
  quote: quoted,
  list: listed,
};

/** A press of the button `mark`. */
export function marked(mark, value, start, end) {
  return MARKS[mark](value, parse(value), start, end);
}

/** The Enter key. */
export function entered(value, start, end) {
  return continued(value, parse(value), start, end);
}

/** The Tab key; `back` with Shift. */
export function tabbed(value, start, end, back) {
  return indented(value, parse(value), start, end, back);
}

/** An address pasted on selected text. */
export function addressPasted(value, start, end, pasted) {
  return pastedLink(value, parse(value), start, end, pasted);
}

/** Whether what is pasted at `position` must stay as it is. */
export function literalAt(value, position) {
  return inCode(parse(value), position);
}
