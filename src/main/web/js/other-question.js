// A field for the number of a question: typed words find questions by their titles.
// Values: data-url
import { get } from './api.js';
import { combobox } from './combobox.js';

const FEWEST_CHARACTERS = 3;

export default function otherQuestion(input) {
  combobox(input, {
    label: input.labels[0].textContent,
    find: signal => find(input.value.trim(), signal),
    option: (question, li) => {
      li.innerHTML = question.html; // Escaped by the server; contains no elements but <mark>.
    },
    choose: question => {
      input.value = question.id;
      const duplicate = input.form.querySelector('[value="duplicate"]');
      if (duplicate) duplicate.checked = true;
    },
  });

  async function find(typed, signal) {
    const words = [...typed].length >= FEWEST_CHARACTERS && !/^#?\d+$|\/question\//.test(typed);
    return words ? get(`${input.dataset.url}?q=${encodeURIComponent(typed)}`, signal) : [];
  }
}
