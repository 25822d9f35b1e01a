// The page's only connection to Centrifugo, by its official client. The page loads this module after everything else.
import { Centrifuge, UnauthorizedError } from 'centrifuge';
import { get } from './api.js';
import { HubSocket } from './hub-socket.js';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
const LONGEST_RECONNECT_MS = 3_000; // A page shows what it missed within 5 s of the hub's return. The client waits at random up to this long.
const FINAL = [401, 403, 404]; // The question is gone, or the member has signed out: another attempt fails too.
let client;
const followed = []; // The subscriptions to channels that exist in two namespaces: for everybody, and for members only.

/**
 * Subscribes to `channel`.
 *
 * @param onChange (publication) called with each publication
 * @param onGap called after the first connection, and after a connection for which Centrifugo could not recover what
 *   was missed
 * @param onState (connected) called with true or false
 */
export function connect({ url, tokenUrl, channel, onChange, onGap, onState }) {
  open(url, tokenUrl);
  client.on('connecting', () => onState(false));
  client.on('disconnected', () => onState(false));
  add({ channel, onChange, onSubscribed: afterGap(onGap, () => onState(true)) });
}

/** Receives what changes in the lists of the site. A change that the page has missed shows after a reload. */
export function connectLists({ url, tokenUrl, channel, onChange }) {
  open(url, tokenUrl);
  add({ channel, onChange, onSubscribed() {} });
}

function add(one) {
  followed.push(one);
  subscribe(one);
  client.connect();
}

function subscribe(one) {
  const subscription = client.newSubscription(one.channel);
  subscription.on('publication', ({ data }) => one.onChange(data));
  subscription.on('subscribed', one.onSubscribed);
  subscription.subscribe();
  one.subscription = subscription;
}

/** The site has become private or public since the page was opened: the channels have other names. */
function follow(prefix) {
  if (!prefix) return;
  for (const one of followed) {
    const channel = one.channel.replace(/^[^:]*:/, prefix);
    if (channel === one.channel) continue;
    client.removeSubscription(one.subscription);
    one.channel = channel;
    subscribe(one);
  }
}

/** Receives the publications of the member's own channel, to which the token subscribes the connection. */
export function connectMember({ url, tokenUrl, onChange, onGap }) {
  open(url, tokenUrl);
  client.on('publication', ({ data }) => onChange(data));
  client.on('subscribed', afterGap(onGap));
  if (client.state === 'connected') onGap();
  client.connect();
}

/** The question's channel and the member's own share the connection. */
function open(url, tokenUrl) {
  client ??= new Centrifuge(url, {
    getToken: () => requestToken(tokenUrl),
    maxReconnectDelay: LONGEST_RECONNECT_MS,
    websocket: HubSocket,
  });
}

/** The client asks before it connects, and before the last token ends. A guest gets none from a private site. */
async function requestToken(tokenUrl) {
  try {
    const { token, questions } = await get(tokenUrl);
    follow(questions);
    return token;
  } catch (problem) {
    throw problem.status === 401 ? new UnauthorizedError(problem.message) : problem;
  }
}

function afterGap(onGap, onSubscribed) {
  return ({ wasRecovering, recovered }) => {
    onSubscribed?.();
    if (!wasRecovering || !recovered) onGap();
  };
}

/** Returns a function that runs `task` until it succeeds. A call during a run makes one more run follow it. */
export function untilDone(task) {
  let running = false;
  let again = false;
  return async function run() {
    again = true;
    if (running) return;
    running = true;
    let pause = FIRST_RETRY_MS;
    while (again) {
      again = false;
      try {
        await task();
        pause = FIRST_RETRY_MS;
      } catch (problem) {
        if (FINAL.includes(problem.status)) break;
        again = true;
        await new Promise(done => setTimeout(done, pause));
        pause = Math.min(2 * pause, LONGEST_RETRY_MS);
      }
    }
    running = false;
  };
}
