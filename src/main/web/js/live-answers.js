// The list of answers on a question's page. Handles the kinds "answer", "mark" and "gone" (see live-handlers.js). Each
// change carries the state at a time, and older states are dropped. So the order of the changes does not matter, and a
// repeated change does no harm.
import { showAccepted } from './accepted-mark.js';
import { insertionPoint, microseconds, ORDERS } from './answer-order.js';
import { keepScroll } from './keep-scroll.js';
import { notifyWriter, showElsewhere } from './live-notices.js';
import { postContent } from './live-page.js';
import { showRating } from './votes.js';

export class LiveAnswers {
  #page;
  #marks = new Map();
  #gone = new Set();
  #elsewhere = new Map();

  constructor(page) {
    this.#page = page;
  }

  /** Returns true if somebody else's answer has arrived. */
  show(change) {
    const id = change.id;
    switch (change.kind) {
      case 'answer':
        return this.#answer(id, change);
      case 'mark':
        return this.#mark(id, change);
      case 'gone':
        return this.#remove(id, change);
    }
  }

  notice({ id }, news) {
    const ids = [...this.#elsewhere.keys()].sort((a, b) => a - b);
    showElsewhere(ids, this.#page);
    if (news) notifyWriter(this.#page.answerAddress(id));
  }

  /** The ids of the answers that are on this page or were announced on it: the server reports changes of these. */
  missed() {
    const ids = [...this.#cards().map(card => card.dataset.answerId), ...this.#elsewhere.keys()];
    return { known: ids.join(',') };
  }

  #answer(id, change) {
    this.#mark(id, change);
    if (!this.#page.fresh(`text ${id}`, change.asOf)) return false;
    const shown = this.#card(id);
    if (shown) {
      this.#rewrite(shown, change);
      return false;
    }
    if (change.returned) return this.#return(id, change);
    if (this.#gone.has(id) || id <= this.#page.lastId || this.#elsewhere.has(id)) return false;
    if (this.#page.showsNew) this.#insert(change);
    else this.#elsewhere.set(id, change);
    return String(change.author) !== this.#page.reader;
  }

  #mark(id, change) {
    if (!this.#page.fresh(`mark ${id}`, change.asOf)) return;
    this.#marks.set(id, change);
    const card = this.#card(id);
    if (card) showMark(card, change);
  }

  /** An undeleted answer. A page that has lost it shows it again, others as a new one. It is no news. */
  #return(id, change) {
    document.getElementById(`deleted-answer-${id}`)?.remove();
    if (this.#gone.delete(id) || this.#page.showsNew) this.#insert(change);
    return false;
  }

  #remove(id, change) {
    if (!this.#page.fresh(`text ${id}`, change.asOf)) return;
    this.#gone.add(id);
    this.#elsewhere.delete(id);
    const card = this.#card(id);
    if (card) keepScroll(() => card.remove());
  }

  #insert(change) {
    const { answers, order, pageSize, start } = this.#page;
    const card = this.#create(change);
    const inOrder = this.#cards().filter(other => !other.classList.contains('is-beyond'));
    const { index, beyond } = insertionPoint(inOrder.map(sortKeys), sortKeys(card), pageSize, ORDERS[order]);
    card.classList.add('is-new');
    if (beyond) {
      card.classList.add('is-beyond');
      this.#explainBeyond(card, change.total);
    }
    keepScroll(() => {
      if (beyond) answers.append(card);
      else if (index === 0) answers.prepend(card);
      else inOrder[index - 1].after(card);
    });
    start(card);
  }

  /** Replaces the text inside the card. The votes beside it and the reader's own buttons stay. */
  #rewrite(card, change) {
    const fresh = this.#create(change);
    if (card.classList.contains('is-beyond')) this.#explainBeyond(fresh, change.total);
    const content = postContent(fresh);
    keepScroll(() => postContent(card).replaceWith(content));
    this.#page.start(content);
  }

  /** The published card, which is the same for everyone, with the parts that only this reader sees. */
  #create(change) {
    const page = this.#page;
    const card = page.parse(change.html);
    const accept = page.template('may-accept', change.id);
    if (accept) card.querySelector('.accepted-mark').replaceWith(accept);
    const edit = page.template(page.mayEdit(change.author) ? 'edit-answer' : 'suggest-answer', change.id);
    if (edit) card.querySelector('.permalink').after(' ', edit);
    showMark(card, this.#marks.get(change.id) ?? change);
    return card;
  }

  /** Says on which page a reload will show the answer, if only one page of the `total` answers is possible. */
  #explainBeyond(card, total) {
    const name = total > 2 * this.#page.pageSize ? 'beyond' : 'beyond-second';
    postContent(card).prepend(this.#page.template(name));
  }

  #card(id) {
    return document.getElementById(`answer-${id}`);
  }

  #cards() {
    return [...this.#page.answers.querySelectorAll('.answer')];
  }
}

function showMark(card, { rating, accepted }) {
  showRating(card.querySelector('.votes'), rating);
  showAccepted(card, accepted);
}

function sortKeys({ dataset }) {
  return {
    id: Number(dataset.answerId),
    rating: Number(dataset.rating),
    accepted: dataset.accepted === 'true',
    at: microseconds(dataset.at),
  };
}
