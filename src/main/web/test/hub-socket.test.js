import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

const sockets = [];
let answer;
let asked = [];
let now = 100_000;
globalThis.WebSocket = class {
  constructor(url) {
    this.url = url;
    sockets.push(this);
  }
};
globalThis.fetch = async (url, { signal }) => {
  asked.push(url);
  const aborted = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  return { status: await Promise.race([answer, aborted]) };
};
globalThis.performance.now = () => now;
const { HubSocket } = await import('../js/hub-socket.js');

const ADDRESS = 'wss://site.example/connection/websocket';
const settled = () => new Promise(done => setImmediate(done));

async function connect() {
  const socket = new HubSocket(ADDRESS);
  const events = [];
  for (const name of ['onopen', 'onclose', 'onerror', 'onmessage']) socket[name] = () => events.push(name);
  await settled();
  return { socket, events };
}

/** A connection that the hub refused a moment ago. */
async function refused() {
  now += 60_000;
  await connect();
  sockets.at(-1).onclose({ code: 1006 });
  now += 1_000;
  sockets.length = 0;
  asked = [];
}

beforeEach(() => {
  sockets.length = 0;
  asked = [];
});

test('the first connection asks nothing', async () => {
  await connect();
  assert.deepEqual(asked, []);
  assert.equal(sockets.at(-1).url, ADDRESS);
});

test('after a failure a hub that is away is not tried', async () => {
  await refused();
  answer = 502;
  const { events } = await connect();
  assert.deepEqual(asked, ['https://site.example/connection/websocket']);
  assert.deepEqual(events, ['onclose']);
  assert.equal(sockets.length, 0);
});

test('after a failure a hub that answers is tried', async () => {
  await refused();
  answer = 400;
  const { events } = await connect();
  assert.equal(sockets.length, 1);
  sockets[0].onopen();
  assert.deepEqual(events, ['onopen']);
  asked = [];
  await connect();
  assert.deepEqual(asked, [], 'after a success nothing is asked');
});

test('a hub whose answer cannot be read is tried now and then', async () => {
  await refused();
  answer = Promise.reject(new TypeError('Failed to fetch'));
  await connect();
  assert.equal(sockets.length, 0);
  now += 6_000;
  await connect();
  assert.equal(sockets.length, 1);
});

test('a hub that does not answer in time is not tried', async t => {
  await refused();
  t.mock.timers.enable({ apis: ['setTimeout'] });
  answer = new Promise(() => {});
  const { events } = await connect();
  assert.deepEqual(events, []);
  t.mock.timers.tick(2_000);
  await settled();
  assert.deepEqual(events, ['onclose']);
  assert.equal(sockets.length, 0);
});

test('a connection that is closed during the question is not opened', async () => {
  await refused();
  let reply;
  answer = new Promise(done => (reply = done));
  const { socket, events } = await connect();
  socket.close();
  reply(400);
  await settled();
  assert.equal(sockets.length, 0);
  assert.deepEqual(events, []);
});
