import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, insertionPoint, microseconds, ORDERS } from '../js/answer-order.js';

const answer = (id, rating = 0, more = {}) => ({ id, rating, accepted: false, at: id, ...more });
const index = (shown, one) => insertionPoint(shown, one, 30).index;

test('the accepted answer stands first, then the best, then the oldest, then the smaller id', () => {
  const order = [
    answer(9, -5, { accepted: true }),
    answer(4, 3),
    answer(7, 1, { at: 1 }),
    answer(2, 1, { at: 2 }),
    answer(3, 1, { at: 2 }),
  ];
  assert.deepEqual([...order].reverse().sort(compare), order);
});

test('the first answer stands alone', () => {
  assert.deepEqual(insertionPoint([], answer(1), 30), { index: 0, beyond: false });
});

test('a new answer stands after equal ones and before worse ones', () => {
  assert.equal(index([answer(1, 2), answer(2, 0), answer(3, -1)], answer(4, 0)), 2);
  assert.equal(index([answer(1, 2), answer(2, 0)], answer(4, 0)), 2);
  assert.equal(index([answer(1, -1)], answer(4, 0)), 0);
});

test('ratings that changed after the load do not spoil the order', () => {
  // The second has become worse but stays in its place: the new one comes between better and worse answers.
  assert.equal(index([answer(1, 0), answer(2, -1)], answer(4, 0)), 1);
  // The last has become better: one answer on the wrong side is better than three.
  assert.equal(index([answer(1, -1), answer(2, -1), answer(3, -1), answer(5, 9)], answer(4, 0)), 0);
});

test('an answer that a full page would not show is beyond it', () => {
  const full = Array.from({ length: 30 }, (_, i) => answer(i + 1));
  assert.deepEqual(insertionPoint(full, answer(99), 30), { index: 30, beyond: true });
  assert.deepEqual(insertionPoint(full, answer(99, 1), 30), { index: 0, beyond: false });
  assert.equal(insertionPoint(full.slice(1), answer(99), 30).beyond, false);
});

test('times with different numbers of decimals compare correctly', () => {
  const inOrder = [
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00.000001Z',
    '2026-01-01T00:00:00.5Z',
    '2026-01-01T00:00:00.500001Z',
  ];
  const micros = inOrder.map(microseconds);
  assert.deepEqual(
    [...micros].sort((a, b) => a - b),
    micros,
  );
  assert.equal(new Set(micros).size, 4);
  assert.equal(microseconds('1970-01-01T00:00:01.5Z'), 1_500_000);
});

test('the order of arrival does not matter', () => {
  let seed = 7;
  const random = n => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 200; round++) {
    const all = Array.from({ length: 12 }, (_, i) =>
      answer(i + 1, random(5) - 2, { at: random(4), accepted: i === round % 40 }),
    );
    const shown = [];
    for (const one of [...all].sort(() => random(3) - 1)) shown.splice(insertionPoint(shown, one, 30).index, 0, one);
    assert.deepEqual(shown, [...all].sort(compare));
  }
});

test('by age the rating does not matter: the newest stands first or last', () => {
  const shown = [answer(9, -3), answer(5, 7, { accepted: true }), answer(2, 1)];
  assert.deepEqual(insertionPoint(shown, answer(11), 30, ORDERS.newest), { index: 0, beyond: false });
  const upwards = [...shown].reverse();
  assert.deepEqual(insertionPoint(upwards, answer(11, 50), 30, ORDERS.oldest), { index: 3, beyond: false });
  assert.deepEqual(insertionPoint(upwards, answer(11), 3, ORDERS.oldest), { index: 3, beyond: true });
});
