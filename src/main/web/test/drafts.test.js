import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftKey, forget, keep, kept, lastSent, sent, settleDraft } from '../js/drafts.js';

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
  keep('k', { text: 'half an answer' }, { now: 0, storage });
  assert.deepEqual(kept('k', { now: 13 * DAY_MS, storage }).fields, { text: 'half an answer' });
  assert.equal(kept('k', { now: 15 * DAY_MS, storage }), null);
  assert.equal(storage.getItem('k'), null);
});

test('an empty form removes its draft', () => {
  const storage = new Storage();
  keep('k', { text: 'x' }, { now: 0, storage });
  keep('k', { text: ' ' }, { now: 0, storage });
  assert.equal(kept('k', { now: 0, storage }), null);
});

test('a value that is not a draft is ignored', () => {
  const storage = new Storage();
  storage.setItem('k', '<nonsense');
  assert.equal(kept('k', { now: 0, storage }), null);
});

test('only a success message of its own page removes a draft', () => {
  const [session, storage] = [new Storage(), new Storage()];
  keep('k', { text: 'x' }, { now: 0, storage });
  sent('k', '/question/7/', session);
  settleDraft('http://localhost/login/', session, storage);
  assert.notEqual(kept('k', { now: 0, storage }), null);
  settleDraft('http://localhost/question/7/', session, storage);
  assert.equal(kept('k', { now: 0, storage }), null);
});

test('what was sent last belongs to its author and its address', () => {
  const [session, local] = [new Storage(), new Storage()];
  assert.equal(lastSent('/question/7/answers', session, local), null);
  const key = draftKey('12', FORM);
  keep(key, { text: 'x' }, { submitted: true, storage: local });
  sent(key, '/question/7/', session);
  assert.deepEqual(lastSent('/question/7/answers', session, local), { member: '12', fields: { text: 'x' } });
  assert.equal(lastSent('/question/8/answers', session, local), null);
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
