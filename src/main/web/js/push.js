// The button that turns pushes on and off for this device. A device is found in the list by the SHA-256 of its endpoint.
//
// Values: data-key, data-url, data-worker, data-unsupported, data-denied, data-failed, data-on, data-off, data-here
// Targets: .push-state, button[type=button], [data-hash] with data-remove-url
import { post, remove } from './api.js';

export default async function push(section) {
  const { key, url, worker, unsupported, denied, failed, on, off, here } = section.dataset;
  const state = section.querySelector('.push-state');
  const button = section.querySelector('button[type="button"]');
  if (!button) return;
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return say(unsupported);
  if (Notification.permission === 'denied') return say(denied);

  const subscription = await existing();
  const listed = subscription && (await listedAs(subscription));
  button.textContent = listed ? off : on;
  button.hidden = false;
  say('');
  if (listed) listed.querySelector('strong').after(mark(here));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      if (listed) await turnOff();
      else if (!(await turnOn())) return say(denied);
      location.reload();
    } catch (problem) {
      say(problem.status === undefined ? failed : problem.message);
    } finally {
      button.disabled = false;
    }
  });

  async function turnOn() {
    if ((await Notification.requestPermission()) !== 'granted') return false;
    await navigator.serviceWorker.register(worker);
    const registration = await navigator.serviceWorker.ready;
    // One of an earlier session, or for earlier keys of the site.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    const added = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    await post(url, added.toJSON());
    return true;
  }

  async function turnOff() {
    await remove(listed.dataset.removeUrl);
    await subscription.unsubscribe();
  }

  async function existing() {
    return (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription();
  }

  async function listedAs({ endpoint }) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
    const hash = [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
    return section.querySelector(`[data-hash="${hash}"]`);
  }

  function say(words) {
    state.textContent = words;
  }
}

function mark(words) {
  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.textContent = words;
  return badge;
}
