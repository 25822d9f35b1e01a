// Shows the pushes of the site, and opens their address on a click. It touches no request of a page.
addEventListener('push', event => event.waitUntil(show(event.data.json())));

addEventListener('notificationclick', event => {
  event.notification.close();
  const address = new URL(event.notification.data.url, location.origin);
  if (address.origin === location.origin) event.waitUntil(clients.openWindow(address.href));
});

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
