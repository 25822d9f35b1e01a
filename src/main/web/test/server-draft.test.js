import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { ServerDraft } from '../js/server-draft.js';

const URL = '/drafts/answer-7';

/** Records what is sent. */
function requests(answer) {
  const sent = [];
  return {
    sent,
    get: async url => (sent.push(`GET ${url}`), answer),
    put: async (url, body, { keepalive }) => void sent.push(`PUT ${body.text} ${body.typedAt} ${keepalive}`),
    remove: async () => void sent.push('DELETE'),
  };
}

test('typing is saved once in a few seconds, with its last state', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const send = requests();
  const draft = new ServerDraft(URL, send);
  for (let i = 1; i <= 5; i++) {
    draft.save({ text: `t${i}` }, i);
    mock.timers.tick(500);
  }
  assert.deepEqual(send.sent, []);
  mock.timers.tick(500);
  assert.deepEqual(send.sent, ['PUT t5 5 false']);
  mock.timers.tick(60_000);
  assert.equal(send.sent.length, 1);
  mock.timers.reset();
});

test('a page that is left sends at once what waits, and nothing twice', () => {
  const send = requests();
  const draft = new ServerDraft(URL, send);
  draft.flush(true);
  draft.save({ text: 'x' }, 1);
  draft.flush(true);
  draft.flush(true);
  assert.deepEqual(send.sent, ['PUT x 1 true']);
});

test('nothing is sent after the form was posted', () => {
  const send = requests();
  const draft = new ServerDraft(URL, send);
  draft.save({ text: 'x' }, 1);
  draft.stop();
  draft.flush(true);
  assert.deepEqual(send.sent, []);
});

test('an empty form removes the draft', () => {
  const send = requests();
  const draft = new ServerDraft(URL, send);
  draft.save(null, 1);
  draft.flush(false);
  assert.deepEqual(send.sent, ['DELETE']);
});

test('the stored draft, its end, and an error are told apart', async () => {
  const load = answer => new ServerDraft(URL, { get: async () => answer() }).load();
  assert.deepEqual(await load(() => ({ text: 'x', typedAt: 5 })), { fields: { text: 'x' }, typedAt: 5 });
  assert.deepEqual(await load(() => ({ endedAt: 5 })), { endedAt: 5 });
  const offline = () => {
    throw new Error('offline');
  };
  assert.equal(await load(offline), null);
});
