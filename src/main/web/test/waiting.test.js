import assert from 'node:assert/strict';
import { test } from 'node:test';
import { take, votedAt, wait, waiting } from '../js/waiting.js';

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

const HALF_AN_HOUR_MS = 30 * 60 * 1000;
const vote = { vote: '/question/7/vote', value: 1 };

/** Whether what `author` left is sent when `reader` has signed in `after` milliseconds. */
function sentFor(author, reader, after = 0) {
  const storage = new Storage();
  wait({ member: author, ...vote }, { now: 0, storage });
  const { item, allowed } = take(reader, { now: after, storage });
  assert.equal(waiting({ now: 0, storage }), null, 'it is sent once');
  return item !== null && allowed;
}

test('it is sent for its author, or for whom a guest has become', () => {
  assert.equal(sentFor('12', '12'), true);
  assert.equal(sentFor('', '12'), true);
});

test('it is never sent for another member, nor much later', () => {
  assert.equal(sentFor('12', '1'), false);
  assert.equal(sentFor('12', ''), false);
  assert.equal(sentFor('', '12', HALF_AN_HOUR_MS), false);
});

test('a vote is cast on the page of its post', () => {
  assert.ok(votedAt('/question/2/vote', '/question/2/#question-2'));
  assert.ok(votedAt('/answer/5/vote', '/question/2/?sort=newest#answer-5'));
  assert.ok(!votedAt('/question/2/vote', '/ask/'));
  assert.ok(!votedAt('/question/2/vote', '/question/12/#question-12'));
  assert.ok(!votedAt('/question/2/vote', undefined));
});
