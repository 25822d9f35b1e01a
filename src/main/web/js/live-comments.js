// The comments on a question's page. Handles the kinds "comment" and "comment-gone" (see live-handlers.js). A live comment is
// always shown, also beyond those that a post shows at first.
import { insertComment } from './comment-list.js';
import { keepScroll } from './keep-scroll.js';
import { showRating } from './votes.js';

export class LiveComments {
  #page;
  #gone = new Map(); // When each comment was deleted. A later state means that it was undeleted.

  constructor(page) {
    this.#page = page;
  }

  show(change) {
    const { id, kind, asOf } = change;
    const shown = document.getElementById(`comment-${id}`);
    if (kind === 'comment-gone') {
      this.#gone.set(id, asOf);
      if (shown) keepScroll(() => shown.remove());
      return false;
    }
    const list = document.querySelector(`[data-comments-of="${change.post}"] .comments`);
    if (!list || asOf <= this.#gone.get(id)) return false;
    if (change.html && this.#page.fresh(`comment ${id}`, asOf)) this.#place(list, shown, change);
    this.#rate(id, change);
    return false;
  }

  notice() {}

  /** The comments on the page, and the number after which others are new to it. */
  missed() {
    const known = [...document.querySelectorAll('[data-comment-id]')].map(item => item.dataset.commentId);
    return { comments: known.slice(-200).join(','), comment: this.#page.lastComment + 1 };
  }

  #place(list, shown, change) {
    const item = this.#page.parse(change.html);
    if (this.#page.mayEdit(change.author)) {
      item.querySelector('.comment-line').append(' ', this.#page.template('edit-comment', change.id));
    }
    if (!shown) item.classList.add('is-new');
    keepScroll(() => {
      if (shown && list.contains(shown)) {
        shown.replaceWith(item);
      } else {
        shown?.remove(); // It was under another post.
        insertComment(list, item);
      }
    });
    this.#page.start(item);
  }

  #rate(id, { rating, asOf }) {
    const item = document.getElementById(`comment-${id}`);
    if (item && this.#page.fresh(`comment rating ${id}`, asOf)) showRating(item.querySelector('.votes'), rating);
  }
}
