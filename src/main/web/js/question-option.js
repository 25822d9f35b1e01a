// A question in a drop-down.
import { plural } from './plural.js';

/**
 * Fills `element` with the title, in which the server has marked words, and the number of answers.
 *
 * @param words "answer" in each plural form (plural.js)
 * @param accepted a text that says that one of them is accepted
 * @param closed a mark for a closed question, `duplicate` one for a duplicate
 * @param inAnswer a text for a question that has the words only in an answer
 */
export function questionOption(question, element, { words, accepted, closed, duplicate, inAnswer }) {
  const title = document.createElement('span');
  title.innerHTML = question.html; // Escaped by the server; contains no elements but <mark>.
  const answers = document.createElement('span');
  answers.className = question.accepted ? 'count accepted' : 'count';
  answers.textContent = `${question.answers} ${plural(words, question.answers)}`;
  if (question.accepted) {
    const tick = document.createElement('span');
    tick.setAttribute('role', 'img');
    tick.setAttribute('aria-label', accepted);
    tick.title = accepted;
    tick.textContent = '✓';
    answers.prepend(tick, ' ');
  }
  element.append(title);
  if (question.closed) {
    const mark = document.createElement('span');
    mark.className = 'closed-mark';
    mark.textContent = question.closed === 2 ? duplicate : closed;
    element.append(' ', mark);
  }
  if (question.inAnswer) {
    const mark = document.createElement('span');
    mark.className = 'in-answer';
    mark.textContent = inAnswer;
    element.append(mark);
  }
  element.append(answers);
}
