// A form that signs out takes the member's drafts along. A session that time has ended keeps them.
import { forget } from './drafts.js';

export default function signOut(form) {
  form.addEventListener('submit', () => {
    try {
      forget(document.body.dataset.memberId);
    } catch {
      // Storage is switched off: there are no drafts.
    }
  });
}
