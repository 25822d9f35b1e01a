// Starts each behaviour a page asks for: <x data-behaviour="votes"> calls the default export of votes.js with x, and with
// `start` for those that insert what asks for behaviours in its turn.
import accept from './accept.js';
import confirm from './confirm.js';
import localTime from './local-time.js';
import menu from './menu.js';
import { reachScrollable } from './scrollable.js';
import signOut from './sign-out.js';
import './submit-once.js';
import themeSwitch from './theme-switch.js';
import toast from './toast.js';
import votes from './votes.js';

/** Small and on most pages: in the bundle itself. */
const ON_MOST_PAGES = {
  accept,
  confirm,
  'local-time': localTime,
  menu,
  'sign-out': signOut,
  'theme-switch': themeSwitch,
  toast,
  votes,
};

/** Loaded by the pages that ask for them. */
const BEHAVIOURS = {
  draft: () => import('./draft.js'),
  editor: () => import('./editor.js'),
  'jobs-board': () => import('./jobs-board.js'),
  live: () => import('./live.js'),
  'search-box': () => import('./search-box.js'),
  similar: () => import('./similar.js'),
  'tag-hints': () => import('./tag-hints.js'),
};

/** Starts the behaviours of `root` and of what it holds; for content inserted later too. */
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
  const code = root.querySelectorAll('pre > code[class*="language-"]');
  if (code.length > 0) import('./coloured-code.js').then(({ colour }) => code.forEach(colour));
}

start(document);
// A form that came back: on with the first field that is wrong.
document.querySelector('[aria-invalid="true"]')?.focus();
