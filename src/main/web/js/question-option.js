// A question in a drop-down.

/**
 * Fills `element` with the title, in which the server has marked words, and the number of answers. `inAnswer` is the text for a
 * question that has the words only in an answer.
 */
export function questionOption(question, element, inAnswer) {
  const title = document.createElement('span');
  title.innerHTML = question.html; // Escaped by the server; contains no elements but <mark>.
  const answers = document.createElement('span');
  answers.className = question.accepted ? 'count accepted' : 'count';
  answers.textContent = question.answers;
  element.append(title);
  if (question.inAnswer) {
    const mark = document.createElement('span');
    mark.className = 'in-answer';
    mark.textContent = inAnswer;
    element.append(mark);
  }
  element.append(answers);
}
