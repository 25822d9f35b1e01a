// What the page says about itself being live.
import { plural } from './plural.js';

const UNNOTICED_MS = 2_000; // A connection that is back sooner was never gone, to a person.

/** The sign of the connection's state. */
export class LiveState {
  #sign;
  #timer;
  #gone = false;

  constructor(sign) {
    this.#sign = sign;
    this.show(false);
  }

  show(connected) {
    clearTimeout(this.#timer);
    if (this.#gone) return;
    if (connected) this.#say('live');
    else this.#timer = setTimeout(() => this.#say('lost'), UNNOTICED_MS);
  }

  /** The question is no more: nothing else is worth saying. */
  gone() {
    this.#gone = true;
    clearTimeout(this.#timer);
    this.#say('gone');
  }

  #say(state) {
    if (this.#sign.dataset.state === state) return;
    this.#sign.dataset.state = state;
    this.#sign.textContent = this.#sign.dataset[state];
  }
}

/** The notice of new answers that stand on other pages: `ids`, oldest first. */
export function showElsewhere(section, ids) {
  const notice = document.getElementById('new-answers');
  notice.hidden = ids.length === 0;
  if (ids.length === 0) return;
  const text = `${ids.length} ${plural(notice.dataset.words, ids.length)}`;
  if (notice.textContent === text) return;
  const link = document.createElement('a');
  link.href = address(section, ids[0]);
  link.textContent = text;
  notice.replaceChildren(link);
}

/** Tells who is writing an answer that somebody else's has arrived. */
export function tellTypist(section, id) {
  const notice = document.getElementById('answered-meanwhile');
  const text = notice?.closest('form').querySelector('textarea');
  if (!text || (text.value.trim() === '' && document.activeElement !== text)) return;
  notice.querySelector('a').href = document.getElementById(`answer-${id}`) ? `#answer-${id}` : address(section, id);
  notice.hidden = false;
}

function address(section, id) {
  return section.dataset.answerUrl.replace('/0/', `/${id}/`);
}
