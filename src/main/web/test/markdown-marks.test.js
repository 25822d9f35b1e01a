import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addressPasted, entered, marked, tabbed } from '../js/markdown-marks.js';

/** The same file is typed into a real browser by EditorTest. */
const KEYS = new URL('../../../test/resources/askme/editor/keys.txt', import.meta.url);

for (const line of readFileSync(KEYS, 'utf8')
  .split('\n')
  .filter(line => /^[^#]/.test(line))) {
  const [, key, before, after] = line.match(/^(.+?): (.*) → (.*)$/);
  test(line, () => assert.equal(pressed(key, read(before)), after === 'same' ? read(before) : read(after)));
}

function read(text) {
  return text.replaceAll('⏎', '\n').replaceAll('␣', ' ');
}

function pressed(key, typed) {
  const start = typed.indexOf('«');
  const end = typed.indexOf('»') - 1;
  const value = typed.replace(/[«»]/g, '');
  const change = changeOf(key, value, start, end);
  if (!change) return unchanged(key, typed, value, start, end);
  const { from, to, text, selectFrom, selectTo } = change;
  const result = value.slice(0, from) + text + value.slice(to);
  return `${result.slice(0, selectFrom)}«${result.slice(selectFrom, selectTo)}»${result.slice(selectTo)}`;
}

function changeOf(key, ...at) {
  if (key === 'Enter') return entered(...at);
  if (key.endsWith('Tab')) return tabbed(...at, key.startsWith('Shift'));
  if (key.startsWith('paste ')) return addressPasted(...at, key.slice('paste '.length));
  return marked(key, ...at);
}

/** The effect of the browser itself. */
function unchanged(key, typed, value, start, end) {
  const typedText = key === 'Enter' ? '\n' : key.startsWith('paste ') ? key.slice('paste '.length) : null;
  return typedText === null ? typed : `${value.slice(0, start)}${typedText}«»${value.slice(end)}`;
}
