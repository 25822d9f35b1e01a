// A bar above each block of code: its language, a button that copies it, and one that wraps long lines.
import { text } from './texts.js';

const SHOWN_MS = 2_000;

/** @param code a <code> inside <pre> */
export function equip(code) {
  const pre = code.parentElement;
  if (pre.parentElement.classList.contains('code-box')) return;
  const box = document.createElement('div');
  box.className = 'code-box';
  const bar = document.createElement('div');
  bar.className = 'code-bar';
  const name = document.createElement('span');
  name.textContent = code.className.match(/language-(\S+)/)?.[1] ?? '';
  bar.append(name, wrapButton(pre), copyButton(code));
  pre.replaceWith(box);
  box.append(bar, pre);
}

function button(label) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  return element;
}

function copyButton(code) {
  const copy = button(text('copy'));
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent.replace(/\n$/, ''));
    copy.textContent = text('copied');
    setTimeout(() => {
      copy.textContent = text('copy');
    }, SHOWN_MS);
  });
  return copy;
}

function wrapButton(pre) {
  const wrap = button(text('wrap'));
  wrap.setAttribute('aria-pressed', 'false');
  wrap.addEventListener('click', () => {
    const wrapped = pre.classList.toggle('wrapped');
    wrap.setAttribute('aria-pressed', String(wrapped));
  });
  return wrap;
}
