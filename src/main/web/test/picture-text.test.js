import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertion, pictureMarkdown, picturesIn, redescription } from '../js/picture-text.js';

const URL = '/picture/a.png';

function inserted(value, caret) {
  const { from, to, text } = insertion(value, caret, 'P');
  return value.slice(0, from) + text + value.slice(to);
}

test('a picture is a paragraph', () => {
  assert.equal(inserted('', 0), 'P');
  assert.equal(inserted('before', 6), 'before\n\nP');
  assert.equal(inserted('before\n', 7), 'before\n\nP');
  assert.equal(inserted('before\n\n', 8), 'before\n\nP');
  assert.equal(inserted('beforeafter', 6), 'before\n\nP\n\nafter');
  assert.equal(inserted('after', 0), 'P\n\nafter');
});

test('brackets in a description are escaped', () => {
  assert.equal(pictureMarkdown(URL, 'a ] and\n\\ b'), `![a \\] and \\\\ b](${URL})`);
});

test('a description changes only its picture', () => {
  const value = `see ![](/picture/b.png) and ![](${URL})`;
  const { from, to, text } = redescription(value, URL, '', 'a chart');
  assert.equal(value.slice(0, from) + text + value.slice(to), `see ![](/picture/b.png) and ![a chart](${URL})`);
  assert.equal(redescription('removed', URL, '', 'a chart'), null);
});

test('only pictures are taken from a clipboard', () => {
  const picture = { type: 'image/png' };
  assert.deepEqual(picturesIn({ files: [{ type: 'text/plain' }, picture] }), [picture]);
  assert.deepEqual(picturesIn(null), []);
});
