import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked } from '../js/markdown-marks.js';

/** The text after `mark`. [ and ] are the selection before, « and » the one after. */
function after(mark, typed) {
  const start = typed.indexOf('[');
  const end = typed.indexOf(']') - 1;
  const value = typed.replace(/[[\]]/g, '');
  const { from, to, text, selectFrom, selectTo } = marked(mark, value, start, end);
  const result = value.slice(0, from) + text + value.slice(to);
  return `${result.slice(0, selectFrom)}«${result.slice(selectFrom, selectTo)}»${result.slice(selectTo)}`;
}

test('bold and italic surround the selection and keep it', () => {
  assert.equal(after('bold', 'a [word] here'), 'a **«word»** here');
  assert.equal(after('italic', 'a [] here'), 'a _«»_ here');
});

test('code is a span in one line, a fence around several', () => {
  assert.equal(after('code', 'call [f()] now'), 'call `«f()»` now');
  assert.equal(after('code', '[a\nb]'), '```\n«a\nb»\n```');
});

test('a link selects its address', () => {
  assert.equal(after('link', 'see [the docs] there'), 'see [the docs](«https://») there');
});

test('quotes and lists mark every line of the selection', () => {
  assert.equal(after('quote', 'zero\none [one\ntwo] two'), 'zero\n> one one\n> two«» two');
  assert.equal(after('list', '[a\nb]'), '- a\n- b«»');
});
