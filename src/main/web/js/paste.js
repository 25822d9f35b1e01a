// Pastes into an editor: an address on selected text becomes a link, formatted text becomes Markdown.
import { addressPasted, literalAt } from './markdown-marks.js';
import { replace } from './text-change.js';

/** Elements that are more than plain text. Editors of code copy colours as <span>, which is not. */
const FORMATTED =
  'a[href], strong, b, em, i, code, pre, ul, ol, table, blockquote, del, s, hr, h1, h2, h3, h4, h5, h6, img';

/** Listens to `textarea`; `apply` makes a change of text-change.js. */
export function pasteAsMarkdown(textarea, apply) {
  textarea.addEventListener('paste', event => {
    const { value, selectionStart: start, selectionEnd: end } = textarea;
    const plain = event.clipboardData.getData('text/plain');
    const link = addressPasted(value, start, end, plain);
    if (link) {
      event.preventDefault();
      apply(link);
      return;
    }
    const page = new DOMParser().parseFromString(event.clipboardData.getData('text/html'), 'text/html');
    if (!page.querySelector(FORMATTED) || literalAt(value, start)) return;
    event.preventDefault();
    converted(page.body, plain).then(text => apply(replace(textarea.selectionStart, textarea.selectionEnd, text)));
  });
}

async function converted(body, plain) {
  try {
    const { markdownOf } = await import('./html-to-markdown.js');
    return markdownOf(body);
  } catch {
    return plain; // The module could not be loaded.
  }
}
