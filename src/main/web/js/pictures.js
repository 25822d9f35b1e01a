// Sends pictures to the server that are pasted, dropped or chosen in an editor, and inserts them into the text. Each has a row
// with its progress and a field for its description, which changes the text as one types.
// Values: data-url, data-most-bytes, data-too-large (text)
// Targets: a template with .picture-upload, in it .picture-name, progress, input, .invalid-feedback and a button
import { upload } from './api.js';
import { insertion, pictureMarkdown, picturesIn, redescription } from './picture-text.js';

const TYPES = 'image/png,image/jpeg,image/gif,image/webp';

/** Listens to `textarea` and to `button`, which opens the choice of files; `apply` makes a change of text-change.js. */
export function acceptPictures(uploads, textarea, button, apply) {
  const { url, mostBytes, tooLarge } = uploads.dataset;
  const template = uploads.querySelector('template');
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.accept = TYPES;
  chooser.multiple = true;

  button.addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    sendAll([...chooser.files]);
    chooser.value = '';
  });
  textarea.addEventListener('paste', event => {
    const pictures = picturesIn(event.clipboardData);
    // A table or a text is often copied together with its picture.
    if (pictures.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sendAll(pictures);
  });
  textarea.addEventListener('dragover', event => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    textarea.classList.add('dropping');
  });
  for (const end of ['dragleave', 'drop']) {
    textarea.addEventListener(end, () => textarea.classList.remove('dropping'));
  }
  textarea.addEventListener('drop', event => {
    const pictures = picturesIn(event.dataTransfer);
    if (pictures.length === 0) return;
    event.preventDefault();
    sendAll(pictures);
  });

  /** One after the other: the server draws one at a time. */
  async function sendAll(files) {
    const waiting = files.map(file => [file, rowFor(file)]);
    for (const [file, row] of waiting) await send(file, row);
  }

  function rowFor(file) {
    const row = template.content.firstElementChild.cloneNode(true);
    row.querySelector('.picture-name').textContent = file.name;
    row.querySelector('progress').setAttribute('aria-label', file.name);
    // Not in the template: a page without errors has no alert.
    row.querySelector('.invalid-feedback').setAttribute('role', 'alert');
    row.cancel = new AbortController();
    row.querySelector('button').addEventListener('click', () => {
      row.cancel.abort();
      row.remove();
      textarea.focus();
    });
    row.querySelector('input').addEventListener('keydown', event => {
      if (event.key !== 'Enter') return;
      event.preventDefault(); // It would send the whole form.
      textarea.focus();
    });
    uploads.append(row);
    return row;
  }

  async function send(file, row) {
    if (row.cancel.signal.aborted) return;
    if (file.size > Number(mostBytes)) {
      fail(row, tooLarge);
      return;
    }
    const bar = row.querySelector('progress');
    try {
      const body = new FormData();
      body.append('picture', file);
      const picture = await upload(url, body, part => (bar.value = part), row.cancel.signal);
      bar.remove();
      insert(picture.url, row.querySelector('input'));
    } catch (error) {
      if (error.name !== 'AbortError') fail(row, error.message);
    }
  }

  function fail(row, message) {
    row.querySelector('progress')?.remove();
    row.querySelector('label').remove();
    row.querySelector('[role="alert"]').textContent = message;
  }

  function insert(address, field) {
    let description = field.value;
    change(insertion(textarea.value, textarea.selectionEnd, pictureMarkdown(address, description)), field);
    field.addEventListener('input', () => {
      const next = redescription(textarea.value, address, description, field.value);
      if (!next) return;
      description = field.value;
      change(next, field);
    });
  }

  /** As if it were typed, unless that would take the focus from somebody who types the description. */
  function change(next, field) {
    if (document.activeElement !== field) {
      apply(next);
      return;
    }
    textarea.setRangeText(next.text, next.from, next.to, 'preserve');
    textarea.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
