// The tags on an open page follow a new name. The kind of the publication is "tag-name".
import { keepScroll } from './keep-scroll.js';

/** The links to tags, in lists of questions, of tags and beside the page. */
export const TAG = 'a.tag';

export function renameTags({ kind, name, now, url }) {
  if (kind !== 'tag-name') return;
  keepScroll(() => [...document.querySelectorAll(TAG)].filter(tag => tag.textContent === name).forEach(rename));

  function rename(tag) {
    const others = [...(tag.closest('ul')?.querySelectorAll(TAG) ?? [])];
    if (others.some(other => other.textContent === now)) {
      tag.closest('li').remove(); // The question, or the list, has the other tag too.
      return;
    }
    tag.textContent = now;
    tag.href = url;
    if (tag.title === name) tag.title = now;
  }
}
