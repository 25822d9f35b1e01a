// Starts the behaviours of a page: for <x data-behaviour="votes">, it calls the default export of votes.js with x and
// with `start`. A behaviour that inserts elements calls `start` with them. Each behaviour lists its values (data-
// attributes) and its targets (elements inside) at its top.
import accept from './accept.js';
import confirm from './confirm.js';
import localTime from './local-time.js';
import menu from './menu.js';
import searchOpen from './search-open.js';
import { reachScrollable } from './scrollable.js';
import signOut from './sign-out.js';
import './field-errors.js';
import './submit-once.js';
import { reportZone } from './time-zone.js';
import themeSwitch from './theme-switch.js';
import toast from './toast.js';
import votes from './votes.js';
import { somethingWaits } from './waiting.js';

/** Small and used on most pages: part of the bundle. */
const ON_MOST_PAGES = {
  accept,
  confirm,
  'local-time': localTime,
  menu,
  'search-open': searchOpen,
  'sign-out': signOut,
  'theme-switch': themeSwitch,
  toast,
  votes,
};

/** Loaded only by the pages that use them. */
const BEHAVIOURS = {
  'add-comment': () => import('./add-comment.js'),
  bell: () => import('./bell.js'),
  counter: () => import('./counter.js'),
  draft: () => import('./draft.js'),
  editor: () => import('./editor.js'),
  'fit-frame': () => import('./fit-frame.js'),
  follow: () => import('./follow.js'),
  'enter-key': () => import('./enter-key.js'),
  'keep-file': () => import('./keep-file.js'),
  'jobs-board': () => import('./jobs-board.js'),
  live: () => import('./live.js'),
  mentions: () => import('./mentions.js'),
  'more-comments': () => import('./more-comments.js'),
  'other-question': () => import('./other-question.js'),
  passkey: () => import('./passkey.js'),
  'picture-field': () => import('./picture-field.js'),
  push: () => import('./push.js'),
  'refused-text': () => import('./refused-text.js'),
  'search-box': () => import('./search-box.js'),
  'held-posts': () => import('./held-posts.js'),
  'review-queue': () => import('./review-queue.js'),
  similar: () => import('./similar.js'),
  'tag-hints': () => import('./tag-hints.js'),
  'waiting-items': () => import('./waiting-items.js'),
  'waiting-note': () => import('./waiting-note.js'),
};

/** Starts the behaviours of `root` and of the elements in it. */
function start(root) {
  const found = [...root.querySelectorAll('[data-behaviour]')];
  if (root.matches?.('[data-behaviour]')) found.unshift(root);
  for (const element of found) {
    for (const name of element.dataset.behaviour.split(' ')) {
      ON_MOST_PAGES[name]?.(element, start);
      BEHAVIOURS[name]?.().then(module => module.default(element, start));
    }
  }
  reachScrollable(root);
  const blocks = root.querySelectorAll('.markdown pre > code');
  if (blocks.length > 0) import('./code-blocks.js').then(({ equip }) => blocks.forEach(equip));
  const code = root.querySelectorAll('pre > code[class*="language-"]');
  if (code.length > 0) import('./coloured-code.js').then(({ colour }) => code.forEach(colour));
}

start(document);
reportZone(document.body.dataset.memberId, document.body.dataset.zone);
// After the behaviours: a waiting vote presses its button. Also when the browser restores a page from its cache.
addEventListener('pageshow', () => {
  if (somethingWaits()) import('./resume.js').then(({ resume }) => resume());
});
// The form that reports a post opens on the page. A guest follows the link to the sign-in page.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a.report');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || !document.body.dataset.memberId) return;
  event.preventDefault();
  import('./report-dialog.js').then(({ report }) => report(link, start));
});
// The server rejected a form: the first wrong field gets the focus.
document.querySelector('[aria-invalid="true"]')?.focus();
