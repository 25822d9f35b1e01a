// The number of posts that wait in the review queue, in the header of moderators. bell.js passes on what arrives in the
// member's own channel, and its gaps.
//
// Values: data-count-url, data-name (with the number 0)
// Targets: .waiting-count
import { get } from './api.js';

export default function waitingItems(element) {
  const { countUrl, name } = element.dataset;
  const badge = element.querySelector('.waiting-count');
  let asOf = 0;

  function show(waiting) {
    const words = name.replace('0', waiting);
    badge.textContent = waiting;
    badge.hidden = waiting === 0;
    element.setAttribute('aria-label', words);
    element.title = words;
  }

  addEventListener('review', ({ detail }) => {
    if (detail.asOf < asOf) return;
    asOf = detail.asOf;
    show(detail.waiting);
  });
  // If it fails, the next change brings the number.
  addEventListener('review-gap', () =>
    get(countUrl).then(
      ({ waiting }) => show(waiting),
      () => {},
    ),
  );
}
