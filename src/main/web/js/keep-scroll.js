// Changes the page without moving the text that somebody reads or types.

const root = document.documentElement;

/** Runs `change`, then scrolls so that the post in view, or the field with the caret, stays at its position. */
export function keepScroll(change) {
  const anchor = held();
  const before = anchor?.getBoundingClientRect().top;
  // Browsers with scroll anchoring would correct the position a second time.
  root.style.overflowAnchor = 'none';
  change();
  if (anchor?.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
  requestAnimationFrame(() => {
    root.style.overflowAnchor = '';
  });
}

function held() {
  const typing = document.activeElement?.matches('textarea, input') && document.activeElement;
  if (typing && inView(typing)) return typing;
  return [...document.querySelectorAll('.post, .your-answer')].find(inView);
}

function inView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
