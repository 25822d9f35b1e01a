import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedMention } from '../js/mention-words.js';

const typed = text => typedMention(text, text.length);

test('the word after the @ before the caret is a mention', () => {
  assert.deepEqual(typed('@'), { name: '', from: 1 });
  assert.deepEqual(typed('Ask @an'), { name: 'an', from: 5 });
  assert.deepEqual(typed('(@Анна_1-'), { name: 'Анна_1-', from: 2 });
  assert.deepEqual(typedMention('@ann and more', 3), { name: 'an', from: 1 });
});

test('addresses and finished words are none', () => {
  for (const text of [
    '',
    'ann',
    'ann@',
    'ann@example',
    'https://example.org/@ann',
    '@ann ',
    '@ann.',
    `@${'a'.repeat(33)}`,
  ]) {
    assert.equal(typed(text), null, text);
  }
});
