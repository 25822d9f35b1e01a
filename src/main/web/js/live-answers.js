// The list of answers on the page, kept as the changes say. Each change carries the state at a time; older ones are
// recognised and dropped, so that the order they come in does not matter and one that comes twice is one.
import { showAccepted } from './accepted-mark.js';
import { moment, place } from './place.js';
import { steady } from './steady.js';
import { showRating } from './votes.js';

const PAGE_SIZE = 30;
const language = document.documentElement.lang;

export class LiveAnswers {
  #list;
  #start;
  #firstPage;
  #reader;
  #loadedAsOf;
  #newerThan;
  #asOf = new Map();
  #marks = new Map();
  #gone = new Set();
  #elsewhere = new Map();

  /** `start` starts the behaviours of what is inserted. */
  constructor(section, start) {
    this.#start = start;
    const { page, asOf, lastId } = section.dataset;
    this.#list = section.querySelector('#answers');
    this.#firstPage = page === '1';
    this.#reader = document.body.dataset.memberId;
    this.#loadedAsOf = Number(asOf);
    this.#newerThan = Number(lastId);
  }

  /** The ids this page has on it or has heard of. */
  get known() {
    return [...this.#cards().map(card => card.dataset.answerId), ...this.#elsewhere.keys()];
  }

  /** New answers that are not on this page, oldest first. */
  get elsewhere() {
    return [...this.#elsewhere.keys()].sort((a, b) => a - b);
  }

  /** Applies a change of an answer. Returns true where somebody's answer is news to the reader of this page. */
  apply(change) {
    const id = change.id;
    switch (change.kind) {
      case 'answer': return this.#answer(id, change);
      case 'mark': return this.#mark(id, change);
      case 'gone': return this.#remove(id);
    }
  }

  /** Whether `asOf` is no older than what is shown of `what`; it is what is shown from now on. */
  fresh(what, asOf) {
    if (asOf < (this.#asOf.get(what) ?? this.#loadedAsOf)) return false;
    this.#asOf.set(what, asOf);
    return true;
  }

  #answer(id, change) {
    this.#mark(id, change);
    if (this.#gone.has(id) || !this.fresh(`text ${id}`, change.asOf)) return false;
    const shown = this.#card(id);
    if (shown) {
      this.#rewrite(shown, change);
      return false;
    }
    if (id <= this.#newerThan || this.#elsewhere.has(id)) return false;
    if (this.#firstPage) this.#insert(change);
    else this.#elsewhere.set(id, change);
    return String(change.author) !== this.#reader;
  }

  #mark(id, change) {
    if (!this.fresh(`mark ${id}`, change.asOf)) return;
    this.#marks.set(id, change);
    const card = this.#card(id);
    if (card) show(card, change);
  }

  #remove(id) {
    this.#gone.add(id);
    this.#elsewhere.delete(id);
    const card = this.#card(id);
    if (card) steady(() => card.remove());
  }

  #insert(change) {
    const card = this.#made(change);
    const inOrder = this.#cards().filter(other => !other.classList.contains('is-beyond'));
    const { index, beyond } = place(inOrder.map(keys), keys(card), PAGE_SIZE);
    card.classList.add('is-new');
    if (beyond) markBeyond(card, change.total);
    steady(() => {
      if (beyond) this.#list.append(card);
      else if (index === 0) this.#list.prepend(card);
      else inOrder[index - 1].after(card);
    });
    this.#start(card);
  }

  /** New text in the old card: the votes beside it and what the reader may do with it stay. */
  #rewrite(card, change) {
    const text = this.#made(change).querySelector('.what');
    if (card.classList.contains('is-beyond')) text.prepend(beyondMark(change.total));
    steady(() => card.querySelector('.what').replaceWith(text));
    this.#start(text);
  }

  /** The card as it came, for everyone, with what is this reader's put in. */
  #made(change) {
    const parsed = document.createElement('template');
    parsed.innerHTML = change.html[language] ?? change.html.en;
    const card = parsed.content.firstElementChild;
    const accept = template('may-accept', change.id);
    if (accept) card.querySelector('.accepted-mark').replaceWith(accept);
    if (String(change.author) === this.#reader) card.querySelector('.permalink').after(' ', template('own-answer', change.id));
    show(card, this.#marks.get(change.id) ?? change);
    return card;
  }

  #card(id) {
    return document.getElementById(`answer-${id}`);
  }

  #cards() {
    return [...this.#list.querySelectorAll('.answer')];
  }
}

function show(card, { rating, accepted }) {
  showRating(card.querySelector('.votes'), rating);
  showAccepted(card, accepted);
}

function keys({ dataset }) {
  return {
    id: Number(dataset.answerId),
    rating: Number(dataset.rating),
    accepted: dataset.accepted === 'true',
    at: moment(dataset.at),
  };
}

/** What the page keeps in <template id=name>, with its addresses made those of answer `id`; null where it has none. */
function template(name, id) {
  const content = document.getElementById(name)?.content.cloneNode(true);
  if (!content) return null;
  for (const element of content.querySelectorAll('[action], [href^="/answer/"]')) {
    const attribute = element.hasAttribute('action') ? 'action' : 'href';
    element.setAttribute(attribute, element.getAttribute(attribute).replace('/0/', `/${id}/`));
  }
  return content;
}

function markBeyond(card, total) {
  card.classList.add('is-beyond');
  card.querySelector('.what').prepend(beyondMark(total));
}

/** Says on which page a reload will show the answer, if only one page of the `total` answers is possible. */
function beyondMark(total) {
  return template(total > 2 * PAGE_SIZE ? 'beyond' : 'beyond-second');
}
