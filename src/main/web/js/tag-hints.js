// Existing tags while one types; each comma begins the next one.
import { get } from './api.js';
import { combobox } from './combobox.js';
import { completed, finishedWords, typedWord } from './tag-words.js';

const MOST_TAGS = 3;

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
    if (taken.length >= MOST_TAGS) return [];
    const hints = await get(`${input.dataset.url}?q=${encodeURIComponent(word)}`, signal);
    return hints.filter(hint => !taken.includes(hint.tag) && hint.tag !== word);
  }
}
