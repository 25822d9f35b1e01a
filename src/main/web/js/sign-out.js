// Signing out removes the member's drafts from this device. A session that expires does not.
import { forget } from './drafts.js';

export default function signOut(form) {
  form.addEventListener('submit', () => {
    try {
      forget(document.body.dataset.memberId);
    } catch {
      // Storage is switched off, so there are no drafts.
    }
  });
}
