// The number of unread notifications, in the header and in the title of the tab. It arrives through the member's own
// channel. The page requests it once after the first connection, and after each gap that Centrifugo cannot fill.
//
// The tags of the page follow a new name through the same connection.
//
// Values: data-unread, data-live-url, data-token-url, data-lists-channel, data-count-url, data-name (with the number 0)
// Targets: .bell-count
import { announce } from './announce.js';
import { get } from './api.js';
import { renameTags, TAG } from './tag-names.js';
import { countInTitle } from './page-title.js';
import { whenLoaded } from './when-loaded.js';

const MOST = 99;
const BURST_MS = 1_000; // Several notifications at once are announced once.

export default function bell(element) {
  const { liveUrl, tokenUrl, listsChannel, countUrl, name } = element.dataset;
  const badge = element.querySelector('.bell-count');
  let asOf = 0;
  let received = 0;
  let request;
  let timer;

  function show(unread) {
    const grown = unread > Number(element.dataset.unread);
    const short = unread === 0 ? '' : shortCount(unread);
    const words = name.replace('0', unread);
    element.dataset.unread = unread;
    element.setAttribute('aria-label', words);
    badge.textContent = short;
    badge.hidden = unread === 0;
    countInTitle(short);
    clearTimeout(timer);
    if (grown) timer = setTimeout(() => announce(words), BURST_MS);
  }

  function change(publication) {
    if (publication.kind === 'review') dispatchEvent(new CustomEvent('review', { detail: publication }));
    if (publication.kind !== 'unread' || publication.asOf < asOf) return;
    asOf = publication.asOf;
    received++;
    show(publication.unread);
  }

  async function requestCount() {
    const before = received;
    const { unread } = await get(countUrl);
    // A publication that has arrived since may be newer than the response.
    if (received === before) show(unread);
    else request();
  }

  function gap() {
    dispatchEvent(new CustomEvent('review-gap'));
    return request();
  }

  show(Number(element.dataset.unread));
  whenLoaded(async () => {
    const { connectLists, connectMember, untilDone } = await import('./live-connection.js');
    request = untilDone(requestCount);
    connectMember({ url: liveUrl, tokenUrl, onChange: change, onGap: gap });
    if (document.querySelector(TAG)) {
      connectLists({ url: liveUrl, tokenUrl, channel: listsChannel, onChange: renameTags });
    }
  });
}

/** The number as it fits beside the bell. */
export function shortCount(unread) {
  return unread > MOST ? `${MOST}+` : String(unread);
}
