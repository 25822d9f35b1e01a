import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowered } from '../light-dark.mjs';

test('light-dark() becomes two custom properties with fallbacks', () => {
  assert.equal(lowered('a { color: light-dark(#fff, #000); }'), 'a { color: var(--light, #fff) var(--dark, #000); }');
});

test('commas and brackets inside a colour are kept', () => {
  assert.equal(
    lowered('x: light-dark(rgb(1, 2, 3), var(--a, #000)) 1px, light-dark(red,blue)'),
    'x: var(--light, rgb(1, 2, 3)) var(--dark, var(--a, #000)) 1px, var(--light, red) var(--dark, blue)',
  );
});

test('other styles are unchanged', () => {
  assert.equal(lowered('a { color: red }'), 'a { color: red }');
});

test('a missing bracket is an error', () => {
  assert.throws(() => lowered('a { color: light-dark(#fff, #000; }'));
});
