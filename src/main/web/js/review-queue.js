// The review queue: decides an item without leaving the page, follows the decisions of other moderators, and moves by keys.
//
// Values: data-count-url (for moderators), data-decided-url (the page of decided items)
// Targets: .review-item[data-item-id], .review-item[data-edit-id], .item-acts, .item-decision, .item-post; .queue-news before the list
import { announce } from './announce.js';
import { get, postForJson } from './api.js';
import { untilDone } from './live-connection.js';
import { toast } from './toast.js';

export default function reviewQueue(list) {
  const news = list.parentElement.querySelector('.queue-news');
  const decidedHere = new Set();

  const items = () => [...list.querySelectorAll('.review-item')];
  const itemOf = ({ item, edit }) =>
    list.querySelector(edit ? `[data-edit-id="${Number(edit)}"]` : `[data-item-id="${Number(item)}"]`);

  /** Marks the item as decided. Its form is removed, so that nobody decides it again. */
  function settle(item, words) {
    const note = item.querySelector('.item-decision');
    note.textContent = words;
    note.hidden = false;
    item.classList.add('settled');
    item.querySelector('.item-acts')?.remove();
  }

  /** The decision of another moderator, or what happened without one. */
  function wordsOf({ dataset }, { by, outcome }) {
    return by ? `${dataset.decided} ${by}` : (dataset[outcome] ?? dataset.gone);
  }

  async function decide(form, button) {
    const item = form.closest('.review-item');
    const fields = new FormData(form);
    fields.set('act', button.value);
    decidedHere.add(item.id);
    form.inert = true;
    try {
      const { text } = await postForJson(button.getAttribute('formaction') ?? form.action, [...fields]);
      settle(item, text);
      announce(text);
      next(item)?.focus();
    } catch (problem) {
      decidedHere.delete(item.id);
      form.inert = false;
      if (problem.code === 'decided') settle(item, problem.message);
      toast(problem.message, { error: true });
    }
  }

  function next(item) {
    const all = items();
    return all.slice(all.indexOf(item) + 1).find(one => !one.classList.contains('settled'));
  }

  function move(by) {
    const all = items();
    const at = all.indexOf(document.activeElement?.closest('.review-item'));
    const target = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    all[target]?.focus();
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select')) return;
    if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      move(event.key === 'j' ? 1 : -1);
      return;
    }
    const item = event.target.closest('.review-item');
    if (!item || event.target !== item) return;
    const form = item.querySelector('.item-acts');
    if (event.key === 'Enter') item.querySelector('.item-post')?.click();
    if (!['d', 'x'].includes(event.key)) return;
    const button = form?.querySelector(`[data-key="${event.key}"]`);
    if (button) decide(form, button);
  }

  list.addEventListener('submit', event => {
    if (!event.target.matches('.item-acts') || !event.submitter) return;
    event.preventDefault();
    decide(event.target, event.submitter);
  });
  document.addEventListener('keydown', key);
  function follow(change) {
    const item = itemOf(change);
    if (change.outcome === 'waiting') {
      if (!item || item.classList.contains('settled')) news.hidden = false;
    } else if (item && !item.classList.contains('settled') && !decidedHere.has(item.id)) {
      settle(item, wordsOf(item, change));
    }
  }

  const newestOf = ids => Math.max(0, ...ids.map(id => Number(id ?? 0)));

  addEventListener('review', ({ detail }) => follow(detail));
  /** Shows what happened before the page was connected: new items, and decisions of others. */
  async function missed() {
    const known = items().map(item => item.dataset.itemId);
    const knownEdits = items().map(item => item.dataset.editId);
    const query = new URLSearchParams(knownEdits.filter(Boolean).map(id => ['edit', id]));
    const { newest, newestEdit, edits } = await get(`${list.dataset.countUrl}?${query}`);
    if (newest > newestOf(known) || newestEdit > newestOf(knownEdits)) news.hidden = false;
    edits.filter(edit => edit.outcome !== 'waiting').forEach(follow);
    const response = await fetch(list.dataset.decidedUrl, { credentials: 'same-origin' });
    const decided = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const item of items()) {
      const decision = decided.getElementById(item.id)?.querySelector('.item-decision');
      if (decision && !item.classList.contains('settled') && !decidedHere.has(item.id)) {
        settle(item, wordsOf(item, decision.dataset));
      }
    }
  }

  const check = untilDone(missed);
  if (list.dataset.countUrl) addEventListener('review-gap', check);
  if (list.dataset.countUrl) check(); // The page may have connected before this script was loaded.
}
