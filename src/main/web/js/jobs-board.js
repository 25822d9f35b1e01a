// The operator's page keeps itself fresh: every two seconds the server's rendering replaces the board, unless the page is
// hidden. What has the focus and what is unfolded stays so.
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
      // What is shown is old now; the next answer makes it fresh again.
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
