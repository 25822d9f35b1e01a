import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftKey, forget, keep, kept, sent, settleDraft } from '../js/drafts.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const FORM = 'http://localhost/question/7/answers#your-answer';

class Storage {
  #items = new Map();
  getItem(key) {
    return this.#items.get(key) ?? null;
  }
  setItem(key, value) {
    this.#items.set(key, value);
  }
  removeItem(key) {
    this.#items.delete(key);
  }
}

test('a draft belongs to a member and an address', () => {
  assert.notEqual(draftKey('1', FORM), draftKey('2', FORM));
  assert.equal(draftKey('1', FORM), 'draft:1:/question/7/answers');
});

test('a draft is restored for two weeks', () => {
  const storage = new Storage();
  keep('k', { text: 'half an answer' }, 0, storage);
  assert.deepEqual(kept('k', 13 * DAY_MS, storage), { text: 'half an answer' });
  assert.equal(kept('k', 15 * DAY_MS, storage), null);
  assert.equal(storage.getItem('k'), null);
});

test('an empty form removes its draft', () => {
  const storage = new Storage();
  keep('k', { text: 'x' }, 0, storage);
  keep('k', { text: ' ' }, 0, storage);
  assert.equal(kept('k', 0, storage), null);
});

test('a value that is not a draft is ignored', () => {
  const storage = new Storage();
  storage.setItem('k', '<nonsense');
  assert.equal(kept('k', 0, storage), null);
});

test('only a success message of its own page removes a draft', () => {
  const [session, storage] = [new Storage(), new Storage()];
  keep('k', { text: 'x' }, 0, storage);
  sent('k', '/question/7/', session);
  settleDraft('http://localhost/login/', session, storage);
  assert.notEqual(kept('k', 0, storage), null);
  settleDraft('http://localhost/question/7/', session, storage);
  assert.equal(kept('k', 0, storage), null);
});

// Must be the last test: after `forget`, the module stores nothing.
test("signing out removes the member's drafts and nobody else's", () => {
  const storage = Object.assign(
    Object.create({
      getItem(key) {
        return this[key] ?? null;
      },
      removeItem(key) {
        delete this[key];
      },
    }),
    {
      'draft:1:/ask/': '{}',
      'draft:12:/ask/': '{}',
      theme: 'dark',
    },
  );
  forget('1', storage, new Storage());
  assert.deepEqual(Object.keys(storage), ['draft:12:/ask/', 'theme']);
});
