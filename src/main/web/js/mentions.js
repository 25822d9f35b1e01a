// Suggests members while somebody types a mention; those on the page come first.
// Values: data-url, data-label (the name of the list), data-question (missing if that is not known)
import { get } from './api.js';
import { combobox } from './combobox.js';
import { typedMention } from './mention-words.js';

export default function mentions(textarea) {
  const { url, label, question = '' } = textarea.dataset;

  combobox(textarea, {
    label,
    inText: true,
    find,
    option({ nickname, avatar }, li) {
      li.className = 'person';
      const picture = document.createElement('img');
      picture.className = 'avatar';
      picture.src = avatar;
      picture.alt = '';
      picture.width = 24;
      picture.height = 24;
      const name = document.createElement('span');
      name.textContent = nickname;
      li.append(picture, name);
    },
    choose({ nickname }) {
      const typed = atCaret();
      if (!typed) return;
      textarea.setRangeText(`${nickname} `, typed.from, textarea.selectionStart, 'end');
      textarea.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });

  async function find(signal) {
    const typed = atCaret();
    if (!typed) return [];
    return get(`${url}?q=${encodeURIComponent(typed.name)}&question=${question}`, signal);
  }

  function atCaret() {
    const { value, selectionStart, selectionEnd } = textarea;
    return selectionStart === selectionEnd ? typedMention(value, selectionStart) : null;
  }
}
