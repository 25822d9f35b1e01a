// Suggests existing tags while somebody types; a comma or the Enter key begins the next tag.
// Values: data-url, data-most (the most tags of a question)
import { get } from './api.js';
import { combobox } from './combobox.js';
import { completed, finishedWords, typedWord } from './tag-words.js';

export default function tagHints(input) {
  const { url, most } = input.dataset;

  const hints = combobox(input, {
    label: input.labels[0].textContent,
    find,
    option(hint, li) {
      const tag = document.createElement('span');
      tag.className = 'tag';
      tag.textContent = hint.synonym ? `${hint.synonym} → ${hint.tag}` : hint.tag;
      const count = document.createElement('span');
      count.className = 'count';
      count.textContent = `× ${hint.questions}`;
      li.append(tag, count);
      if (hint.description) {
        const description = document.createElement('small');
        description.className = 'description';
        description.textContent = hint.description;
        li.append(description);
      }
    },
    choose(hint) {
      input.value = completed(input.value, hint.tag);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });

  // After the listener of the combobox: Enter may have chosen a suggestion.
  input.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    const word = typedWord(input.value);
    if (word === '') return;
    hints.close();
    input.value = completed(input.value, word);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });

  async function find(signal) {
    const word = typedWord(input.value);
    if (word === '') return [];
    const taken = finishedWords(input.value);
    if (taken.length >= Number(most)) return [];
    const hints = await get(`${url}?q=${encodeURIComponent(word)}`, signal);
    return hints.filter(hint => !taken.includes(hint.tag) && hint.tag !== word);
  }
}
