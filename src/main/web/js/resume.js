// Sends what waited for its author to sign in (waiting.js). A guest's page ends the waiting, unless it belongs to the way
// to a session: [data-keeps-waiting].
import { draftKey, keep, sent } from './drafts.js';
import { text } from './texts.js';
import { toast } from './toast.js';
import { take } from './waiting.js';

export function resume() {
  const { memberId } = document.body.dataset;
  if (!memberId && document.querySelector('[data-keeps-waiting]')) return;
  const { item, allowed } = take(memberId);
  if (!memberId || !item) return;
  if (!allowed) toast(text('otherMember'), { error: true });
  else if (item.vote) vote(item);
  else post(item, memberId);
}

/** A vote that the member has already cast stays: the same button would take it back. */
function vote({ vote: url, value }) {
  const form = document.querySelector(`.votes[data-url="${CSS.escape(url)}"]`);
  const button = form?.querySelector(`.vote[value="${Number(value)}"]`);
  if (!button || button.getAttribute('aria-pressed') === 'true') return;
  if (button.disabled) toast(form.dataset.own, { error: true });
  else form.requestSubmit(button);
}

/** Posts as the form would have. The text is the member's draft until the server has confirmed it. */
function post({ action, fields }, member) {
  const address = new URL(action, location.href);
  const token = document.querySelector('meta[name="csrf-token"]');
  if (address.origin !== location.origin || !token) return;
  const key = draftKey(member, address.href);
  keep(key, fields, { submitted: true });
  sent(key, location.pathname);
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address.pathname;
  form.hidden = true;
  for (const [name, value] of Object.entries({ ...fields, [token.name]: token.content })) {
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
