// Suggests questions in the header's search. Without scripts the form opens the page of results.
// Values: data-url, data-label, data-all, data-found, data-none, data-words, data-accepted, data-closed, data-duplicate,
// data-in-answer (texts); data-ask-url and
// data-ask: asks the question that was not found
// Target: the input
import { announce } from './announce.js';
import { get } from './api.js';
import { combobox } from './combobox.js';
import { questionOption } from './question-option.js';

const FEWEST_CHARACTERS = 1; // One is a word: C, R, or a Chinese character.

export default function searchBox(form) {
  const input = form.querySelector('input[name="q"]');
  const { url, label, all, found, none, ask, askUrl } = form.dataset;
  const known = new Map(); // Responses so far on this page: typed text => questions.

  combobox(input, {
    label,
    find,
    option(item, li) {
      if (item.text) {
        li.className = 'all-results';
        li.textContent = item.text;
      } else {
        questionOption(item, li, form.dataset);
      }
    },
    choose(item) {
      location.assign(item.url);
    },
    opened(items) {
      const questions = items.filter(item => !item.text).length;
      if (items.length > 0) announce(questions === 0 ? none : found.replace('%s', questions));
    },
  });

  async function find(signal) {
    const typed = input.value.trim();
    if ([...typed].length < FEWEST_CHARACTERS) return [];
    if (!known.has(typed)) known.set(typed, await get(`${url}?q=${encodeURIComponent(typed)}`, signal));
    const questions = known.get(typed);
    const asking = { text: ask, url: `${askUrl}?title=${encodeURIComponent(typed)}` };
    const everything = { text: all.replace('%s', () => typed), url: `${form.action}?q=${encodeURIComponent(typed)}` };
    return questions.length === 0 ? [asking, everything] : [...questions, everything];
  }
}
