// A question in a drop-down.

/** Fills `element` with the title, in which the server has marked words, and the number of answers. */
export function questionOption(question, element) {
  const title = document.createElement('span');
  title.innerHTML = question.html; // Escaped by the server; contains no elements but <mark>.
  const answers = document.createElement('span');
  answers.className = question.accepted ? 'count accepted' : 'count';
  answers.textContent = question.answers;
  element.append(title, answers);
}
