import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = { documentElement: { lang: 'en' }, body: { dataset: {} }, querySelector: () => null };

const { reportZone } = await import('../js/time-zone.js');

function memory() {
  const values = new Map();
  return { getItem: key => values.get(key) ?? null, setItem: (key, value) => values.set(key, value) };
}

function server(ok) {
  const sent = [];
  globalThis.fetch = async (url, options) => {
    sent.push(`${url} ${options.body}`);
    return { ok, status: ok ? 204 : 503, json: async () => ({}) };
  };
  return sent;
}

const settled = () => new Promise(resolve => setTimeout(resolve));

test('a zone is reported once for each member and zone', async () => {
  const sent = server(true);
  const storage = memory();
  for (const [member, zone] of [
    ['1', 'Europe/Berlin'],
    ['1', 'Europe/Berlin'],
    ['2', 'Europe/Berlin'],
    ['2', 'Asia/Tokyo'],
  ]) {
    reportZone(member, '/profile/zone', storage, zone);
    await settled();
  }
  assert.deepEqual(sent, [
    '/profile/zone zone=Europe%2FBerlin',
    '/profile/zone zone=Europe%2FBerlin',
    '/profile/zone zone=Asia%2FTokyo',
  ]);
});

test('a guest reports nothing, and a failed report is repeated', async () => {
  const sent = server(false);
  const storage = memory();
  reportZone('', undefined, storage, 'Europe/Berlin');
  reportZone('1', '/profile/zone', storage, 'Europe/Berlin');
  await settled();
  reportZone('1', '/profile/zone', storage, 'Europe/Berlin');
  await settled();
  assert.equal(sent.length, 2);
});
