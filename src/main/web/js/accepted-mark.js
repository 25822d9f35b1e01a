/** Shows on a card whether the answer is accepted: the asker sees a pressed button, other readers a mark. */
export function showAccepted(card, accepted) {
  card.classList.toggle('accepted', accepted);
  card.dataset.accepted = accepted;
  const mark = card.querySelector('.accepted-mark');
  if (mark) mark.hidden = !accepted;
  const button = card.querySelector('.accept button');
  if (!button) return;
  button.setAttribute('aria-pressed', accepted);
  button.title = accepted ? button.dataset.unaccept : button.dataset.accept;
}
