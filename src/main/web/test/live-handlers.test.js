import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = { documentElement: { lang: 'en' }, addEventListener() {} };
globalThis.addEventListener = () => {};
const { HANDLERS, createHandlers } = await import('../js/live-handlers.js');

test('every handler has the three methods', () => {
  for (const [kind, handler] of createHandlers({})) {
    for (const method of ['show', 'notice', 'missed'])
      assert.equal(typeof handler[method], 'function', `${kind}: ${method}`);
  }
});

test('kinds of one class share its handler', () => {
  const handlers = createHandlers({});
  assert.deepEqual([...handlers.keys()], Object.keys(HANDLERS));
  assert.equal(handlers.get('mark'), handlers.get('answer'));
  assert.notEqual(handlers.get('question'), handlers.get('answer'));
});
