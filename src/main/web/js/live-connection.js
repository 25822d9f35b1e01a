// The connection to the hub: the official client, loaded when the page has been read, and what to do after a gap.
import { Centrifuge } from 'centrifuge';
import { get } from './api.js';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Subscribes to `channel`. `onChange` is given each publication; `catchUp` is called where the hub cannot know what was
 * missed: at first, and when it could not recover; `onState` is told true and false.
 */
export function connect({ url, tokenUrl, channel, onChange, catchUp, onState }) {
  const client = new Centrifuge(url, { getToken: async () => (await get(tokenUrl)).token });
  const subscription = client.newSubscription(channel);
  subscription.on('publication', ({ data }) => onChange(data));
  subscription.on('subscribed', ({ wasRecovering, recovered }) => {
    onState(true);
    if (!wasRecovering || !recovered) catchUp();
  });
  client.on('connecting', () => onState(false));
  client.on('disconnected', () => onState(false));
  subscription.subscribe();
  client.connect();
}

/** A function that runs `task` until it succeeds, never twice at a time; called meanwhile, it runs once more after that. */
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
        if (problem.status === 404) break; // The question is gone.
        again = true;
        await new Promise(done => setTimeout(done, pause));
        pause = Math.min(2 * pause, LONGEST_RETRY_MS);
      }
    }
    running = false;
  };
}
