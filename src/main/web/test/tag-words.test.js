import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completed, finishedWords, typedWord } from '../js/tag-words.js';

test('the word being typed follows the last separator', () => {
  assert.equal(typedWord('java, Qu'), 'qu');
  assert.equal(typedWord('c++'), 'c++');
  assert.equal(typedWord('java, '), '');
  assert.equal(typedWord('один; Два'), 'два');
});

test('commas of other scripts separate too', () => {
  assert.equal(typedWord('数据库，索引'), '索引');
  assert.deepEqual(finishedWords('数据库、索引，全文'), ['数据库', '索引']);
  assert.equal(completed('数据库，索', '索引'), '数据库，索引, ');
});

test('completing replaces only that word and adds a separator', () => {
  assert.equal(completed('java, qu', 'quarkus'), 'java, quarkus, ');
  assert.equal(completed('', 'java'), 'java, ');
});

test('finished words stand before it', () => {
  assert.deepEqual(finishedWords('Java, sql qu'), ['java', 'sql']);
  assert.deepEqual(finishedWords('qu'), []);
});
