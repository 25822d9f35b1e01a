// Connects to a server with the official client, as live-connection.js does, and checks the messages. The contract
// tests run it:
//   node --experimental-websocket contract/real-client.mjs URL API KEY SECRET
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { Centrifuge } from 'centrifuge';

const [url, api, key, secret] = process.argv.slice(2);
const LIMIT_MS = 10_000;
const TOKEN_LIFE_S = 3;
const channel = `question:${Date.now()}`;
let tokens = 0;

const client = new Centrifuge(url, {
  websocket: WebSocket,
  minReconnectDelay: 50,
  getToken: async () => {
    tokens++;
    return token();
  },
});
const seen = [];
const subscription = client.newSubscription(channel);
subscription.on('publication', ({ data, offset }) => seen.push({ n: data.n, offset }));

function token() {
  const base64 = object => Buffer.from(JSON.stringify(object)).toString('base64url');
  const exp = Math.floor(Date.now() / 1_000) + TOKEN_LIFE_S;
  const signed = `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64({ sub: 'contract', aud: 'centrifugo', iss: 'askme', exp })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

async function call(method, params) {
  const response = await fetch(`${api}/${method}`, {
    method: 'POST',
    headers: { 'X-API-Key': key },
    body: JSON.stringify(params),
  });
  const answer = await response.json();
  assert.equal(answer.error, undefined);
  return answer.result;
}

function event(emitter, name) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no ${name}`)), LIMIT_MS).unref();
    emitter.once(name, resolve);
  });
}

async function until(condition) {
  for (const end = Date.now() + LIMIT_MS; !condition();) {
    assert.ok(Date.now() < end, `not within ${LIMIT_MS} ms: ${condition}`);
    await new Promise(done => setTimeout(done, 20));
  }
}

const publish = n => call('publish', { channel, data: { n }, idempotency_key: `job-${n}` });

subscription.subscribe();
client.connect();
const first = await event(subscription, 'subscribed');
assert.deepEqual([first.wasRecovering, first.recovered, first.recoverable, tokens], [false, false, true, 1]);

await publish(1);
await publish(1);
await until(() => seen.length === 1);

const back = event(subscription, 'subscribed');
await call('disconnect', { user: 'contract', disconnect: { code: 3011, reason: 'force reconnect' } });
await publish(2);
const again = await back;
assert.deepEqual([again.wasRecovering, again.recovered], [true, true]);
await publish(3);
await until(() => seen.length === 3);
assert.deepEqual(seen, [
  { n: 1, offset: 1 },
  { n: 2, offset: 2 },
  { n: 3, offset: 3 },
]);

await assert.rejects(subscription.publish({ n: 4 }), { code: 103 });
await assert.rejects(subscription.history({ limit: 1 }), { code: 103 });

const wrong = client.newSubscription('nowhere:1');
wrong.subscribe();
assert.equal((await event(wrong, 'unsubscribed')).code, 102);

const refreshed = tokens;
await until(() => tokens > refreshed); // The token expires after seconds: the client fetches a new one before.
await publish(5);
await until(() => seen.length === 4);

const end = event(client, 'disconnected');
await call('disconnect', { user: 'contract' });
assert.equal((await end).code, 3503);
console.log('ok');
process.exit(0);
