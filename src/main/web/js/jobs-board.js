// Refreshes the operator's page: every two seconds a new rendering of the server replaces the board, unless the page is
// hidden. The focus, open details and scroll positions stay.
// Value: data-url
import { get } from './api.js';

const EVERY_MS = 2_000;

export default function jobsBoard(board, start) {
  let asking;

  async function refresh() {
    if (document.hidden || document.querySelector('dialog[open]')) return;
    asking?.abort();
    asking = new AbortController();
    try {
      show((await get(board.dataset.url, asking.signal)).html);
      board.removeAttribute('aria-busy');
    } catch (error) {
      // The board is out of date until the next response.
      if (error.name !== 'AbortError') board.setAttribute('aria-busy', 'true');
    }
  }

  function show(html) {
    const focused = board.contains(document.activeElement) ? document.activeElement.id : '';
    const unfolded = [...board.querySelectorAll('details[open]')].map(details => details.id);
    const scrolled = [...board.querySelectorAll('.table-scroll')].map(table => table.scrollLeft);
    const fresh = document.createElement('template');
    fresh.innerHTML = html;
    board.replaceChildren(fresh.content);
    for (const id of unfolded) board.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
    board.querySelectorAll('.table-scroll').forEach((table, i) => {
      table.scrollLeft = scrolled[i] ?? 0;
    });
    if (focused) board.querySelector(`#${CSS.escape(focused)}`)?.focus({ preventScroll: true });
    start(board);
  }

  setInterval(refresh, EVERY_MS);
}
