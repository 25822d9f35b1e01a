// The Markdown editor: write and preview, buttons and keys. The server renders the preview, as it will render the post.
// The text stays in the textarea, so that the browser's undo, spelling and screen readers work as in any other.
// Value: data-preview-url, missing if the reader may not use the preview
// Targets: textarea, .write, .preview, .editor-bar with its tabs and .editor-tools; for members .picture-uploads
import { postForm } from './api.js';
import { pasteAsMarkdown } from './paste.js';
import { acceptPictures } from './pictures.js';
import { entered, marked, tabbed } from './markdown-marks.js';

/** With Ctrl, or Cmd on a Mac. By the position of the key if the layout has no Latin letters. */
const KEYS = { KeyB: 'bold', KeyI: 'italic', KeyK: 'link', KeyE: 'code' };
const KEYS_WITH_SHIFT = { Period: 'quote', Digit8: 'list' };

export default function editor(root, start) {
  const textarea = root.querySelector('textarea');
  const writing = root.querySelector('.write');
  const preview = root.querySelector('.preview');
  const bar = root.querySelector('.editor-bar');
  const [writeTab, previewTab] = bar.querySelectorAll('[role="tab"]');
  let running;

  bar.hidden = false;
  bar.querySelector('[role="tablist"]').hidden = root.dataset.previewUrl === undefined;
  writing.setAttribute('role', 'tabpanel');
  writing.setAttribute('aria-labelledby', writeTab.id);
  writeTab.addEventListener('click', () => choose(writeTab));
  previewTab.addEventListener('click', () => choose(previewTab));
  bar.addEventListener('keydown', event => {
    if (event.target.role !== 'tab' || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    const other = event.target === writeTab ? previewTab : writeTab;
    choose(other);
    other.focus();
  });
  bar.addEventListener('click', event => {
    const mark = event.target.closest('[data-mark]')?.dataset.mark;
    if (mark) apply(marked(mark, ...selection()));
  });
  textarea.addEventListener('keydown', event => {
    if (!event.isComposing && !event.altKey && pressed(event)) event.preventDefault();
  });
  const uploads = root.querySelector('.picture-uploads');
  if (uploads) acceptPictures(uploads, textarea, bar.querySelector('[data-pictures]'), apply);
  pasteAsMarkdown(textarea, apply);

  /** Returns true if the editor has handled the key. */
  function pressed({ key, code, shiftKey, ctrlKey, metaKey }) {
    if (!ctrlKey && !metaKey) {
      if (key === 'Enter' && !shiftKey) return applied(entered(...selection()));
      return key === 'Tab' && applied(tabbed(...selection(), shiftKey));
    }
    if (key === 'Enter') {
      textarea.form.requestSubmit();
      return true;
    }
    const mark = letter(key, code, shiftKey);
    if (mark) apply(marked(mark, ...selection()));
    return mark !== undefined;
  }

  function letter(key, code, shiftKey) {
    const name = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code;
    return (shiftKey ? KEYS_WITH_SHIFT : KEYS)[name];
  }

  function choose(tab) {
    const previewing = tab === previewTab;
    for (const one of [writeTab, previewTab]) {
      one.setAttribute('aria-selected', one === tab);
      one.tabIndex = one === tab ? 0 : -1;
    }
    writing.hidden = previewing;
    preview.hidden = !previewing;
    root.querySelector('.editor-tools').hidden = previewing;
    running?.abort();
    if (previewing) render();
    else textarea.focus();
  }

  async function render() {
    running = new AbortController();
    preview.setAttribute('aria-busy', 'true');
    try {
      const html = await postForm(root.dataset.previewUrl, { text: textarea.value }, running.signal);
      preview.innerHTML = html; // The server has rendered and sanitised it.
      const isEmpty = preview.textContent.trim() === '' && !preview.querySelector('img');
      if (isEmpty) preview.textContent = preview.dataset.empty;
      start(preview);
    } catch (error) {
      if (error.name !== 'AbortError') preview.textContent = error.message;
    } finally {
      preview.removeAttribute('aria-busy');
    }
  }

  function selection() {
    return [textarea.value, textarea.selectionStart, textarea.selectionEnd];
  }

  function applied(change) {
    if (change) apply(change);
    return change !== null;
  }

  /** Makes a change of text-change.js as if it were typed, so that one undo reverts it. */
  function apply(change) {
    textarea.focus();
    if (!change) return;
    if (change.text !== textarea.value.slice(change.from, change.to)) {
      textarea.setSelectionRange(change.from, change.to);
      // Deprecated, but no other way keeps the browser's undo.
      const command = change.text === '' ? 'delete' : 'insertText';
      if (!document.execCommand(command, false, change.text)) textarea.setRangeText(change.text);
    }
    textarea.setSelectionRange(change.selectFrom, change.selectTo);
  }
}
