import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cast } from '../js/vote-state.js';

test('a first vote counts once', () => {
  assert.deepEqual(cast({ rating: 4, vote: 0 }, 1), { rating: 5, vote: 1 });
  assert.deepEqual(cast({ rating: 4, vote: 0 }, -1), { rating: 3, vote: -1 });
});

test('the same vote again removes it', () => {
  assert.deepEqual(cast({ rating: 5, vote: 1 }, 1), { rating: 4, vote: 0 });
  assert.deepEqual(cast({ rating: 3, vote: -1 }, -1), { rating: 4, vote: 0 });
});

test('the other vote changes it by two', () => {
  assert.deepEqual(cast({ rating: 5, vote: 1 }, -1), { rating: 3, vote: -1 });
  assert.deepEqual(cast({ rating: 3, vote: -1 }, 1), { rating: 5, vote: 1 });
});
