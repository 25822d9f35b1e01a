// The question on its page. Handles the kinds "question", "question-gone" and "question-back" (see live-handlers.js).
import { keepScroll } from './keep-scroll.js';
import { postContent } from './live-page.js';
import { renamePage } from './page-title.js';
import { showRating } from './votes.js';

export class LiveQuestion {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** Changes of the question are no news: only answers are. */
  show(change) {
    if (change.kind === 'question') this.#question(change);
    return false;
  }

  notice({ kind, asOf }) {
    if (!this.#page.fresh('existence', asOf)) return;
    if (kind === 'question-gone') this.#page.questionGone();
    else this.#page.questionBack();
  }

  /** The server always sends the question's state. */
  missed() {
    return {};
  }

  #question(change) {
    const page = this.#page;
    if (page.fresh('rating', change.asOf)) showRating(page.question.querySelector('.votes'), change.rating);
    if (change.html && page.fresh('question', change.asOf)) this.#rewrite(change);
  }

  #rewrite(change) {
    const { question, start } = this.#page;
    const content = this.#page.parse(change.html);
    const edit = question.querySelector('.edit, .suggest');
    if (edit) content.querySelector('.post-footer').prepend(edit, ' ');
    keepScroll(() => {
      document.querySelector('.thread-head h1').textContent = change.title;
      postContent(question).replaceWith(content);
    });
    renamePage(change.title);
    start(content);
  }
}
