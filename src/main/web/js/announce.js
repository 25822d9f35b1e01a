// Sends a message to screen readers without moving the focus.

const PAUSE_MS = 50; // Screen readers notice a change only in a region that was in the page before.
let region;

export function announce(message) {
  if (!region) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  region.textContent = '';
  setTimeout(() => {
    region.textContent = message;
  }, PAUSE_MS);
}
