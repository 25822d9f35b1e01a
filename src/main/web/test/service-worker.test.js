import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const SOURCE = readFileSync(new URL('../../resources/META-INF/resources/service-worker.js', import.meta.url), 'utf8');

/**
 * Runs the worker, and returns its handlers with what they have shown, opened and sent.
 *
 * @param page the response to a request for the page of devices
 */
function worker(shown = [], page = { ok: false }) {
  const handlers = {};
  const sent = [];
  const keys = [];
  const made = [];
  const opened = [];
  runInNewContext(SOURCE, {
    URL,
    location: { origin: 'https://ask.example.org' },
    addEventListener: (name, handler) => (handlers[name] = handler),
    clients: { openWindow: url => opened.push(url) },
    fetch: async (url, options) => {
      if (options.method) sent.push({ url, ...options });
      return page;
    },
    registration: {
      pushManager: {
        subscribe: async ({ applicationServerKey }) => {
          keys.push(applicationServerKey);
          return { endpoint: 'https://push.example/made' };
        },
      },
      getNotifications: async ({ tag }) => shown.filter(one => one.tag === tag),
      showNotification: async (title, options) => made.push({ title, ...options }),
    },
  });
  return { handlers, made, opened, sent, keys };
}

async function pushed(shown, message) {
  const { handlers, made } = worker(shown);
  let done;
  handlers.push({ data: { json: () => message }, waitUntil: promise => (done = promise) });
  await done;
  return made[0];
}

const MESSAGE = { title: '1 new answer', body: 'Why?', url: '/notifications/7/', tag: 'n7', at: 5 };

test('a new notification makes a sound', async () => {
  const { title, body, tag, renotify, silent } = await pushed([], MESSAGE);
  assert.deepEqual(
    { title, body, tag, renotify, silent },
    { title: '1 new answer', body: 'Why?', tag: 'n7', renotify: false, silent: false },
  );
});

test('the same state once more makes none', async () => {
  const { renotify, silent } = await pushed([{ tag: 'n7', data: { at: 5 } }], MESSAGE);
  assert.deepEqual({ renotify, silent }, { renotify: false, silent: true });
});

test('a later state makes one', async () => {
  const { renotify, silent } = await pushed([{ tag: 'n7', data: { at: 4 } }], MESSAGE);
  assert.deepEqual({ renotify, silent }, { renotify: true, silent: false });
});

test('a click opens the address, and no other site', () => {
  const { handlers, opened } = worker();
  let closed = 0;
  for (const url of ['/notifications/7/', 'https://elsewhere.example/', '//elsewhere.example/', 'javascript:alert(1)'])
    handlers.notificationclick({ notification: { close: () => closed++, data: { url } }, waitUntil() {} });
  assert.deepEqual(opened, ['https://ask.example.org/notifications/7/']);
  assert.equal(closed, 4);
});

const DEVICES = {
  ok: true,
  text: async () => '<meta name="csrf-token" content="t0ken"><div class="push" data-key="k-e_y">',
};

async function renewed(page, newSubscription) {
  const { handlers, sent, keys } = worker([], page);
  let done;
  handlers.pushsubscriptionchange({ newSubscription, waitUntil: promise => (done = promise) });
  await done;
  return { sent, keys };
}

test('a lost subscription is made again, and the site is told', async () => {
  const { sent, keys } = await renewed(DEVICES, null);
  assert.deepEqual(keys, ['k-e_y']);
  assert.equal(sent.length, 1);
  assert.equal(sent[0].url, '/push/subscriptions/');
  assert.equal(sent[0].headers['X-CSRF-TOKEN'], 't0ken');
  assert.deepEqual(JSON.parse(sent[0].body), { endpoint: 'https://push.example/made' });
});

test('the subscription that the browser made is told as it is', async () => {
  const { sent, keys } = await renewed(DEVICES, { endpoint: 'https://push.example/new' });
  assert.deepEqual(keys, []);
  assert.deepEqual(JSON.parse(sent[0].body), { endpoint: 'https://push.example/new' });
});

test('nothing is sent without a session', async () => {
  for (const page of [{ ok: false }, { ...DEVICES, redirected: true }, { ok: true, text: async () => '<html>' }]) {
    const { sent, keys } = await renewed(page, null);
    assert.deepEqual({ sent, keys }, { sent: [], keys: [] });
  }
});
