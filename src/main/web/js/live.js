// A question's page that keeps up: new answers, ratings, the accepted mark, edits and deletions appear as they happen.
//   1. The page says what it shows and when that was read (data-last-id, data-as-of).
//   2. After the page has loaded it subscribes to the question's channel.
//   3. Then, and after every gap the hub cannot fill, it asks the server what it has missed (data-since-url).
//   4. Publications and the server's answers are changes of one shape; LiveAnswers applies them in any order.
import { get } from './api.js';
import { LiveAnswers } from './live-answers.js';
import { LiveState, showElsewhere, tellTypist } from './live-signs.js';
import { plural } from './plural.js';
import { steady } from './steady.js';
import { showRating } from './votes.js';

const PAGE_SIZE = 30;
const language = document.documentElement.lang;

export default function live(section, start) {
  const { questionId, page, lastId, asOf, liveUrl, tokenUrl, sinceUrl } = section.dataset;
  const answers = new LiveAnswers(section, start);
  const sign = new LiveState(section.querySelector('#live-state'));

  function apply(change) {
    if (change.kind === 'question-gone') return sign.gone();
    const news = change.kind === 'question' ? question(change) : answers.apply(change);
    if (change.total !== undefined && answers.fresh('total', change.asOf)) showTotal(section, change.total);
    showElsewhere(section, answers.elsewhere);
    if (news) tellTypist(section, change.id);
  }

  function question(change) {
    const post = document.getElementById(`question-${questionId}`);
    if (answers.fresh('rating', change.asOf)) showRating(post.querySelector('.votes'), change.rating);
    if (change.html && answers.fresh('question', change.asOf)) start(rewrite(post, change));
  }

  async function missed() {
    let after = lastId;
    for (let more = true; more;) {
      const query = new URLSearchParams({ after, at: asOf, known: answers.known.join(',') });
      const answer = await get(`${sinceUrl}?${query}`).catch(told);
      answer.changes.forEach(apply);
      ({ last: after, more } = answer);
    }
  }

  function told(problem) {
    if (problem.status === 404) sign.gone();
    throw problem;
  }

  whenLoaded(async () => {
    const { connect, untilDone } = await import('./live-connection.js');
    connect({
      url: liveUrl,
      tokenUrl,
      channel: `question:${questionId}`,
      onChange: apply,
      catchUp: untilDone(missed),
      onState: connected => sign.show(connected),
    });
  });

  /** How many there are: the heading appears with the first, the paginator with the first that a page cannot hold. */
  function showTotal(section, total) {
    section.querySelector('#answers-heading').hidden = total === 0;
    section.querySelector('.no-answers').hidden = total > 0;
    section.querySelector('#answer-count').textContent = total;
    const word = section.querySelector('#answer-word');
    word.textContent = plural(word.dataset.words, total);
    const second = section.querySelector('#second-page');
    if (page === '1' && total > PAGE_SIZE && second) second.replaceWith(second.content);
  }
}

/** Puts the question's new text in the place of the old one, and returns it. */
function rewrite(post, change) {
  const parsed = document.createElement('template');
  parsed.innerHTML = change.html[language] ?? change.html.en;
  const text = parsed.content.firstElementChild;
  const edit = post.querySelector('.edit');
  if (edit) text.querySelector('.post-footer').prepend(edit, ' ');
  steady(() => {
    document.querySelector('.thread-head h1').textContent = change.title;
    post.querySelector('.what').replaceWith(text);
  });
  document.title = document.title.replace(/^.* · /, () => `${change.title} · `);
  return text;
}

/** After the page is there: the connection is no part of it. */
function whenLoaded(task) {
  if (document.readyState === 'complete') task();
  else addEventListener('load', task, { once: true });
}
