// The question's page as the handlers of live changes see it.
import { ConnectionNotice, endNoticeOfDeletion, notifyWriterOfDeletion } from './live-notices.js';

export class LivePage {
  #loadedAsOf;
  #asOf = new Map();

  /** `section` is the element of the behaviour "live"; `start` starts the behaviours of inserted elements. */
  constructor(section, start) {
    const { questionId, page, pageSize, lastId, lastComment, asOf, answerUrl, placeholderId, order, showsNew } =
      section.dataset;
    this.start = start;
    this.reader = document.body.dataset.memberId;
    this.firstPage = page === '1';
    this.order = order;
    this.showsNew = showsNew === 'true';
    this.pageSize = Number(pageSize);
    this.lastId = Number(lastId);
    this.lastComment = Number(lastComment);
    this.answerUrl = answerUrl;
    this.placeholderId = placeholderId;
    this.question = document.getElementById(`question-${questionId}`);
    this.answers = section.querySelector('#answers');
    this.connection = new ConnectionNotice(section.querySelector('#live-state'));
    this.#loadedAsOf = Number(asOf);
  }

  /** The question was deleted: the page says so, and gives a writer the text back. */
  questionGone() {
    this.connection.gone();
    notifyWriterOfDeletion();
  }

  /** The question exists. If it was deleted before, the page is usable again. */
  questionBack() {
    this.connection.back();
    endNoticeOfDeletion();
  }

  /** Whether the state at `asOf` is not older than the one that the page shows of `part`. If so, it replaces that. */
  fresh(part, asOf) {
    if (asOf < (this.#asOf.get(part) ?? this.#loadedAsOf)) return false;
    this.#asOf.set(part, asOf);
    return true;
  }

  /** The element of a change, in the language of the page. */
  parse(html) {
    const parsed = document.createElement('template');
    parsed.innerHTML = html[document.documentElement.lang] ?? html.en;
    const element = parsed.content.firstElementChild;
    postContent(element)?.classList.add('post-content');
    return element;
  }

  /** A copy of <template id=name> whose addresses lead to answer `id`; null if the page has no such template. */
  template(name, id) {
    const content = document.getElementById(name)?.content.cloneNode(true);
    if (!content) return null;
    for (const element of content.querySelectorAll('[action], [href]')) {
      const attribute = element.hasAttribute('action') ? 'action' : 'href';
      element.setAttribute(attribute, this.#withId(element.getAttribute(attribute), id));
    }
    return content;
  }

  /** Whether this reader may edit the posts of the member `author`: a moderator edits all. */
  mayEdit(author) {
    const link = document.getElementById('edit-answer');
    return link !== null && ('any' in link.dataset || String(author) === this.reader);
  }

  /** The address of answer `id`; an answer on this page needs no request. */
  answerAddress(id) {
    return document.getElementById(`answer-${id}`) ? `#answer-${id}` : this.#withId(this.answerUrl, id);
  }

  #withId(address, id) {
    return address.replace(`/${this.placeholderId}/`, `/${id}/`);
  }
}

/**
 * The text of a post. Workers of a build before 0.1.0 publish it with the class "what" instead. Remove when none of
 * them can run: then ".post-content" is enough here, and `parse` need not add it.
 */
export function postContent(post) {
  const selector = '.post-content, .what';
  return post.matches(selector) ? post : post.querySelector(selector);
}
