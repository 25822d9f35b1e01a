import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = { title: 'Why? · AskMe' };
const { countInTitle, renamePage } = await import('../js/page-title.js');

test('the count is in front of the title, once', () => {
  countInTitle('3');
  assert.equal(document.title, '(3) Why? · AskMe');
  countInTitle('99+');
  assert.equal(document.title, '(99+) Why? · AskMe');
  countInTitle('');
  assert.equal(document.title, 'Why? · AskMe');
});

test('a page is renamed behind its count', () => {
  countInTitle('3');
  renamePage('How $& now?');
  assert.equal(document.title, '(3) How $& now? · AskMe');
  countInTitle('');
  assert.equal(document.title, 'How $& now? · AskMe');
});
