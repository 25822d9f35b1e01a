// The notices of a live page: the state of the connection, and answers that the reader may not see.
import { announce } from './announce.js';
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

  /** The question was undeleted. The change has arrived, so the page is connected. */
  back() {
    if (!this.#gone) return;
    this.#gone = false;
    this.show(true);
  }

  #say(state) {
    if (this.#element.dataset.state === state) return;
    this.#element.dataset.state = state;
    this.#element.textContent = this.#element.dataset[state];
  }
}

/** Shows how many new answers are on other pages (`ids`, oldest first), with a link to the first, until it is closed. */
export function showElsewhere(ids, page) {
  const notice = document.getElementById('new-answers');
  const unseen = ids.filter(id => id > Number(notice.dataset.closed ?? 0));
  notice.hidden = unseen.length === 0;
  if (unseen.length === 0) return;
  const text = `${unseen.length} ${plural(notice.dataset.words, unseen.length)}`;
  if (notice.firstChild?.textContent === text) return;
  const link = document.createElement('a');
  link.href = page.answerAddress(unseen[0]);
  link.textContent = text;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '×';
  close.setAttribute('aria-label', notice.dataset.close);
  close.addEventListener('click', () => {
    notice.dataset.closed = unseen.at(-1);
    notice.hidden = true;
  });
  notice.replaceChildren(link, close);
}

/** Notifies a reader who is writing an answer that another answer has arrived at `address`. */
export function notifyWriter(address) {
  const notice = document.getElementById('answered-meanwhile');
  if (!notice || !isWriting(notice.closest('form'))) return;
  notice.querySelector('a').href = address;
  notice.hidden = false;
}

/** The question was deleted: the form cannot be sent, but the text that is in it can be copied. */
export function notifyWriterOfDeletion() {
  const notice = document.getElementById('answer-impossible');
  const form = notice?.closest('form');
  if (!form || !notice.hidden) return;
  form.querySelector('[type="submit"]').disabled = true;
  if (!isWriting(form)) return;
  const textarea = form.querySelector('textarea');
  const copy = notice.querySelector('button');
  notice.hidden = false;
  announce(notice.querySelector('p').textContent);
  copy.addEventListener('click', async () => {
    textarea.select();
    await navigator.clipboard.writeText(textarea.value);
    copy.textContent = copy.dataset.copied;
  });
}

/** The question was undeleted: the form can be sent again. */
export function endNoticeOfDeletion() {
  const notice = document.getElementById('answer-impossible');
  if (!notice) return;
  notice.hidden = true;
  notice.closest('form').querySelector('[type="submit"]').disabled = false;
}

/** The question was closed, locked or reopened. A form with a text stays visible, so that the text is not lost. */
export function showTakesAnswers(takes) {
  const section = document.getElementById('your-answer');
  const form = section.querySelector('form');
  const note = section.querySelector('.takes-no-answers');
  if (!form) {
    if (takes) note.textContent = section.dataset.open;
    return;
  }
  note.hidden = takes;
  form.hidden = !takes && !isWriting(form);
  form.querySelector('[type="submit"]').disabled = !takes;
  if (!takes && !form.hidden) announce(note.textContent);
}

function isWriting(form) {
  const text = form.querySelector('textarea');
  return text.value.trim() !== '' || document.activeElement === text;
}
