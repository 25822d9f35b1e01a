import assert from 'node:assert/strict';
import { test } from 'node:test';

async function pluralIn(lang) {
  globalThis.document = { documentElement: { lang } };
  const { plural } = await import(`../js/plural.js?${lang}`);
  return plural;
}

test('English has two plural forms', async () => {
  const plural = await pluralIn('en');
  assert.deepEqual(
    [0, 1, 2, 5, 21].map(n => plural('answer|answers|answers', n)),
    ['answers', 'answer', 'answers', 'answers', 'answers'],
  );
});

test('Russian has three plural forms', async () => {
  const plural = await pluralIn('ru');
  const words = [0, 1, 2, 5, 11, 12, 21, 22, 25, 111].map(n => plural('ответ|ответа|ответов', n));
  assert.deepEqual(words, [
    'ответов',
    'ответ',
    'ответа',
    'ответов',
    'ответов',
    'ответов',
    'ответ',
    'ответа',
    'ответов',
    'ответов',
  ]);
});
