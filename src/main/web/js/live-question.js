// The question on its page. Handles the kinds "question", "question-gone" and "question-back" (see live-handlers.js).
import { keepScroll } from './keep-scroll.js';
import { postContent } from './live-page.js';
import { renamePage } from './page-title.js';
import { showRating } from './votes.js';

export class LiveQuestion {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** Changes of the question are no news: only answers are. */
  show(change) {
    if (change.kind === 'question') this.#question(change);
    return false;
  }

  notice({ kind, asOf }) {
    if (!this.#page.fresh('existence', asOf)) return;
    if (kind === 'question-gone') this.#page.questionGone();
    else this.#page.questionBack();
  }

  /** The server always sends the question's state. */
  missed() {
    return {};
  }

  #question(change) {
    const page = this.#page;
    if (page.fresh('rating', change.asOf)) showRating(page.question.querySelector('.votes'), change.rating);
    if (change.html && page.fresh('question', change.asOf)) this.#rewrite(change);
    if (change.tags && page.fresh('tags', change.asOf)) showTags(postContent(page.question), change.tags);
  }

  #rewrite(change) {
    const { question, start } = this.#page;
    const content = this.#page.parse(change.html);
    const edit = question.querySelector('.edit, .suggest');
    if (edit) content.querySelector('.post-footer').prepend(edit, ' ');
    keepScroll(() => {
      document.querySelector('.thread-head h1').textContent = change.title;
      postContent(question).replaceWith(content);
    });
    renamePage(change.title);
    start(content);
  }
}

/** A tag may be renamed or merged into another one without an edit of the question. */
function showTags(content, tags) {
  const shown = content.querySelector(':scope > .tags');
  const names = [...(shown?.querySelectorAll('.tag') ?? [])].map(tag => tag.textContent);
  if (names.join(' ') === tags.map(tag => tag.name).join(' ')) return;
  const list = document.createElement('ul');
  list.className = 'tags';
  list.append(...tags.map(tagItem));
  keepScroll(() => {
    if (tags.length === 0) shown.remove();
    else if (shown) shown.replaceWith(list);
    else content.querySelector('.post-footer').before(list);
  });
}

function tagItem({ name, url }) {
  const link = document.createElement('a');
  link.className = 'tag';
  link.href = url;
  link.rel = 'tag';
  link.textContent = name;
  const item = document.createElement('li');
  item.append(link);
  return item;
}
