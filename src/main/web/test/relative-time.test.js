import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe } from '../js/relative-time.js';

const NOW = new Date(2026, 10, 24, 12, 0, 0);
const ago = ms => new Date(NOW - ms);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test('recent times show their age', () => {
  assert.equal(describe(ago(20_000), NOW, 'en', 'just now'), 'just now');
  assert.equal(describe(ago(MINUTE), NOW, 'en', 'just now'), '1 minute ago');
  assert.equal(describe(ago(59 * MINUTE), NOW, 'en', 'just now'), '59 minutes ago');
  assert.equal(describe(ago(23 * 60 * MINUTE), NOW, 'en', 'just now'), '23 hours ago');
  assert.equal(describe(ago(DAY), NOW, 'en', 'just now'), 'yesterday');
});

test('Russian has three plural forms', () => {
  assert.equal(describe(ago(20_000), NOW, 'ru', 'только что'), 'только что');
  assert.equal(describe(ago(MINUTE), NOW, 'ru', 'только что'), '1 минуту назад');
  assert.equal(describe(ago(3 * MINUTE), NOW, 'ru', 'только что'), '3 минуты назад');
  assert.equal(describe(ago(11 * MINUTE), NOW, 'ru', 'только что'), '11 минут назад');
});

test('older times are dates, with the year if it differs', () => {
  assert.equal(describe(ago(30 * DAY), NOW, 'en', 'just now'), 'Oct 25');
  assert.equal(describe(ago(400 * DAY), NOW, 'en', 'just now'), 'Oct 20, 2025');
});

test('the date and the year are those of the chosen zone', () => {
  const newYear = new Date('2026-12-31T23:30:00Z');
  assert.equal(describe(newYear, new Date('2027-06-01T00:00:00Z'), 'en', 'just now', 'Asia/Tokyo'), 'Jan 1');
  assert.equal(describe(newYear, new Date('2027-06-01T00:00:00Z'), 'en', 'just now', 'UTC'), 'Dec 31, 2026');
});

test('a clock that is a little ahead gives "just now"', () => {
  assert.equal(describe(ago(-30_000), NOW, 'en', 'just now'), 'just now');
});

test('future times show the time left', () => {
  assert.equal(describe(ago(-5 * MINUTE), NOW, 'en', 'just now'), 'in 5 minutes');
  assert.equal(describe(ago(-2 * 60 * MINUTE), NOW, 'ru', 'только что'), 'через 2 часа');
});
