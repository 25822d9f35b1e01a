import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverable } from '../hover.mjs';

test('a rule for :hover applies only to devices that can hover', () => {
  assert.equal(
    hoverable('a {x: y}\na:hover:not(:disabled, .b) {color: red}'),
    'a {x: y}\n@media (hover: hover) { a:hover:not(:disabled, .b) {color: red} }',
  );
});

test('other selectors of the list keep the rule', () => {
  assert.equal(
    hoverable('/* c */ a:focus, a:hover {x: y}'),
    '/* c */ a:focus {x: y}\n@media (hover: hover) { a:hover {x: y} }',
  );
});

test('a rule inside of another condition stays there', () => {
  assert.equal(
    hoverable('@media print { a:hover {x: y} }'),
    '@media print { @media (hover: hover) { a:hover {x: y} } }',
  );
});
