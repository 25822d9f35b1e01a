// Says on the way to a session that something waits for it.
// Values: data-vote, data-post (texts)
import { waiting } from './waiting.js';

export default function waitingNote(note) {
  const item = waiting();
  const words = item && (item.vote ? note.dataset.vote : note.dataset.post);
  if (!words) return;
  note.textContent = words;
  note.hidden = false;
}
