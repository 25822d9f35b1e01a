// The Markdown editor: write and preview, buttons and keys. The server renders the preview, as it will render the post.
// Value: data-preview-url
// Targets: textarea, .write, .preview, .editor-bar with its tabs and .editor-tools
import { postForm } from './api.js';
import { marked } from './markdown-marks.js';

const KEYS = { b: 'bold', i: 'italic', k: 'link' };

export default function editor(root, start) {
  const textarea = root.querySelector('textarea');
  const writing = root.querySelector('.write');
  const preview = root.querySelector('.preview');
  const bar = root.querySelector('.editor-bar');
  const [writeTab, previewTab] = bar.querySelectorAll('[role="tab"]');
  let running;

  bar.hidden = false;
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
    if (mark) apply(mark);
  });
  textarea.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key === 'Enter') textarea.form.requestSubmit();
    else if (event.key in KEYS && !event.shiftKey) apply(KEYS[event.key]);
    else return;
    event.preventDefault();
  });

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
      if (preview.textContent.trim() === '') preview.textContent = preview.dataset.empty;
      start(preview);
    } catch (error) {
      if (error.name !== 'AbortError') preview.textContent = error.message;
    } finally {
      preview.removeAttribute('aria-busy');
    }
  }

  function apply(mark) {
    const change = marked(mark, textarea.value, textarea.selectionStart, textarea.selectionEnd);
    textarea.focus();
    textarea.setSelectionRange(change.from, change.to);
    // Deprecated, but no other way keeps the browser's undo.
    if (!document.execCommand('insertText', false, change.text)) textarea.setRangeText(change.text);
    textarea.setSelectionRange(change.selectFrom, change.selectTo);
  }
}
