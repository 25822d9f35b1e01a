// Says on the way to a session that something waits for it. A vote is cast only on the page of its post.
// Values: data-vote, data-post (texts)
import { votedAt, waiting } from './waiting.js';

export default function waitingNote(note) {
  const item = waiting();
  if (!item || (item.vote && !votedAt(item.vote, document.querySelector('[name="continue"]')?.value))) return;
  note.textContent = item.vote ? note.dataset.vote : note.dataset.post;
  note.hidden = false;
}
