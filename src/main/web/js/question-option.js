// How a question looks in a drop-down.

/** Fills `element` with the title, marked by the server, and the number of answers. */
export function questionOption(question, element) {
  const title = document.createElement('span');
  title.innerHTML = question.html; // Escaped by the server; holds <mark> and nothing else.
  const answers = document.createElement('span');
  answers.className = question.accepted ? 'count accepted' : 'count';
  answers.textContent = question.answers;
  element.append(title, answers);
}
