// Lists similar questions below the title of a new question, so that nobody asks it again.
// Values: data-url, data-label, data-words, data-accepted, data-closed, data-duplicate
// Target: the input
import { announce } from './announce.js';
import { get } from './api.js';
import { questionOption } from './question-option.js';

const PAUSE_AFTER_TYPING_MS = 400;
const FEWEST_CHARACTERS = 8;

export default function similar(field) {
  const input = field.querySelector('input');
  const { url, label } = field.dataset;
  const box = document.createElement('div');
  box.className = 'similar';
  box.hidden = true;
  input.after(box);
  let timer;
  let running;
  let asked = '';

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE_AFTER_TYPING_MS);
  });

  async function refresh() {
    const title = input.value.trim();
    if (title === asked) return;
    asked = title;
    running?.abort();
    running = new AbortController();
    if ([...title].length < FEWEST_CHARACTERS) return show([]);
    try {
      show(await get(`${url}?q=${encodeURIComponent(title)}`, running.signal));
    } catch {
      // The form works without them.
    }
  }

  function show(questions) {
    const heading = document.createElement('p');
    heading.textContent = label;
    const list = document.createElement('ul');
    list.append(
      ...questions.map(question => {
        const link = document.createElement('a');
        link.href = question.url;
        link.target = '_blank'; // The form keeps its text.
        link.rel = 'noopener';
        questionOption(question, link, field.dataset);
        const li = document.createElement('li');
        li.append(link);
        return li;
      }),
    );
    const appeared = box.hidden && questions.length > 0;
    box.hidden = questions.length === 0;
    box.replaceChildren(heading, list);
    if (appeared) announce(`${label} ${questions.length}`);
  }
}
