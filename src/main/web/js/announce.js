// Says something to screen readers without moving the focus.

const PAUSE_MS = 50; // A region must be in the page before its text changes, else nothing is read.
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
