// The notice of a closed or locked question, and the form for an answer. Handles the kind "closing" (see live-handlers.js).
import { keepScroll } from './keep-scroll.js';
import { showTakesAnswers } from './live-notices.js';

export class LiveClosing {
  #page;

  constructor(page) {
    this.#page = page;
  }

  show({ takesAnswers, html, asOf }) {
    const shown = document.getElementById('question-state');
    if (!shown || !this.#page.fresh('closing', asOf)) return false;
    const notice = this.#page.parse(html);
    keepScroll(() => {
      shown.replaceWith(notice);
      showTakesAnswers(takesAnswers);
    });
    this.#page.start(notice);
    return false;
  }

  notice() {}

  /** Whether the page shows a notice, which may be over. */
  missed() {
    return { notice: document.getElementById('question-state')?.childElementCount > 0 ? 1 : 0 };
  }
}
