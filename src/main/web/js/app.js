// Starts each behaviour a page asks for: <x data-behaviour="votes"> loads votes.js and calls its default export with x.
import 'bootstrap/js/dist/toast';

const BEHAVIOURS = {};

/** Starts the behaviours of `root` and of what it holds; for content inserted later too. */
export function start(root) {
  const found = [...root.querySelectorAll('[data-behaviour]')];
  if (root.matches?.('[data-behaviour]')) found.unshift(root);
  for (const element of found) {
    for (const name of element.dataset.behaviour.split(' ')) {
      BEHAVIOURS[name]?.().then(module => module.default(element));
    }
  }
}

start(document);
