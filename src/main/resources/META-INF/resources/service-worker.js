// Shows the pushes of the site, and opens their address on a click. It touches no request of a page. If the browser replaces its
// subscription, the worker sends the new one to the site.
const DEVICES = '/push/subscriptions/';

addEventListener('push', event => event.waitUntil(show(event.data.json())));

addEventListener('notificationclick', event => {
  event.notification.close();
  const address = new URL(event.notification.data.url, location.origin);
  if (address.origin === location.origin) event.waitUntil(clients.openWindow(address.href));
});

addEventListener('pushsubscriptionchange', event => event.waitUntil(renew(event.newSubscription)));

/** Subscribes again, unless the browser has done it, as the member whose session this browser has. Without one it does nothing. */
async function renew(made) {
  const page = await fetch(DEVICES, { credentials: 'same-origin' });
  const html = page.ok && !page.redirected ? await page.text() : '';
  const key = html.match(/ data-key="([\w-]+)"/)?.[1];
  const token = html.match(/<meta name="csrf-token" content="([^"]+)"/)?.[1];
  if (!key || !token) return;
  const subscription =
    made ?? (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  await fetch(DEVICES, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': token },
    body: JSON.stringify(subscription),
  });
}

/** Replaces an earlier state of the same notification; the same state once more makes no sound. */
async function show({ title, body, url, tag, at, icon }) {
  const [shown] = await registration.getNotifications({ tag });
  const known = shown !== undefined && shown.data.at >= at;
  await registration.showNotification(title, {
    body,
    tag,
    renotify: shown !== undefined && !known,
    silent: known,
    icon: icon || '/icon-192.png',
    data: { url, at },
  });
}
