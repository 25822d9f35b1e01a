// Changes the page above, below and around what somebody reads or types without moving it.

const root = document.documentElement;

/** Runs `change`; what is in view, or has the caret, is where it was afterwards. */
export function keepScroll(change) {
  const anchor = held();
  const before = anchor?.getBoundingClientRect().top;
  // Browsers that anchor by themselves would move it a second time.
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
