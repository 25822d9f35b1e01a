// Existing tags while one types; each comma begins the next one.
import { get } from './api.js';
import { combobox } from './combobox.js';
import { completed, finishedWords, typedWord } from './tag-words.js';

const URL = '/tags/suggestions';

export default function tagHints(input) {
  combobox(input, {
    label: input.labels[0].textContent,
    find,
    option(hint, li) {
      const tag = document.createElement('span');
      tag.className = 'tag';
      tag.textContent = hint.tag;
      const count = document.createElement('span');
      count.className = 'count';
      count.textContent = `× ${hint.questions}`;
      li.append(tag, count);
    },
    choose(hint) {
      input.value = completed(input.value, hint.tag);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });

  async function find(signal) {
    const word = typedWord(input.value);
    if (word === '') return [];
    const taken = finishedWords(input.value);
    const hints = await get(`${URL}?q=${encodeURIComponent(word)}`, signal);
    return hints.filter(hint => !taken.includes(hint.tag) && hint.tag !== word);
  }
}
