// The notices of a live page: the state of the connection, and answers that the reader may not see.
import { plural } from './plural.js';

const UNNOTICED_MS = 2_000; // Readers need not know of a shorter interruption.

/** The state of the connection, in words. The element carries them: data-live, data-lost, data-gone. */
export class ConnectionNotice {
  #element;
  #timer;
  #gone = false;

  constructor(element) {
    this.#element = element;
    this.show(false);
  }

  show(connected) {
    clearTimeout(this.#timer);
    if (this.#gone) return;
    if (connected) this.#say('live');
    else this.#timer = setTimeout(() => this.#say('lost'), UNNOTICED_MS);
  }

  /** The question was deleted. The state of the connection does not matter after that. */
  gone() {
    this.#gone = true;
    clearTimeout(this.#timer);
    this.#say('gone');
  }

  #say(state) {
    if (this.#element.dataset.state === state) return;
    this.#element.dataset.state = state;
    this.#element.textContent = this.#element.dataset[state];
  }
}

/** Shows how many new answers are on other pages (`ids`, oldest first), with a link to the first of them. */
export function showElsewhere(ids, page) {
  const notice = document.getElementById('new-answers');
  notice.hidden = ids.length === 0;
  if (ids.length === 0) return;
  const text = `${ids.length} ${plural(notice.dataset.words, ids.length)}`;
  if (notice.textContent === text) return;
  const link = document.createElement('a');
  link.href = page.answerAddress(ids[0]);
  link.textContent = text;
  notice.replaceChildren(link);
}

/** Notifies a reader who is writing an answer that another answer has arrived at `address`. */
export function notifyWriter(address) {
  const notice = document.getElementById('answered-meanwhile');
  const text = notice?.closest('form').querySelector('textarea');
  if (!text || (text.value.trim() === '' && document.activeElement !== text)) return;
  notice.querySelector('a').href = address;
  notice.hidden = false;
}
