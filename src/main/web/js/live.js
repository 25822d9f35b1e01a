// A question's page that updates itself: new answers, ratings, accepted marks, edits and deletions.
//   1. The page states which answers it shows and when they were read (data-last-id, data-as-of).
//   2. After the page has loaded, it subscribes to the question's channel (data-channel).
//   3. Then, and after each gap that Centrifugo cannot fill, it requests the changes it missed (data-since-url).
//   4. Publications and responses contain changes of the same shape. live-handlers.js has a handler for each kind.
//
// Values: data-live-url, data-token-url, data-channel, data-since-url, data-last-id, data-as-of, and those of
// live-page.js
// Targets: #answers-heading, #answer-count, #answer-word, .no-answers, #second-page, and those of live-page.js
import { get } from './api.js';
import { createHandlers } from './live-handlers.js';
import { LivePage } from './live-page.js';
import { plural } from './plural.js';
import { whenLoaded } from './when-loaded.js';

export default function live(section, start) {
  const { liveUrl, tokenUrl, channel, sinceUrl, lastId, asOf } = section.dataset;
  const page = new LivePage(section, start);
  const handlers = createHandlers(page);

  function apply(change) {
    const handler = handlers.get(change.kind); // Newer workers may publish kinds that this page does not know.
    const news = handler?.show(change);
    if (change.total !== undefined && page.fresh('total', change.asOf)) showTotal(change.total);
    handler?.notice(change, news);
  }

  async function requestMissed() {
    const language = document.documentElement.lang;
    let after = lastId;
    let rest; // Edited answers whose texts did not fit into the last response.
    for (let more = true; more;) {
      const parts = [...new Set(handlers.values())].map(handler => handler.missed());
      if (rest) parts.push({ known: rest.join(',') });
      const query = new URLSearchParams(Object.assign({ after, at: asOf, language }, ...parts));
      const answer = await get(`${sinceUrl}?${query}`).catch(rethrow);
      answer.changes.forEach(apply);
      ({ last: after, rest = [] } = answer);
      more = answer.more || rest.length > 0;
    }
  }

  function rethrow(problem) {
    if (problem.status === 404) page.questionGone();
    throw problem;
  }

  whenLoaded(async () => {
    const { connect, untilDone } = await import('./live-connection.js');
    connect({
      url: liveUrl,
      tokenUrl,
      channel,
      onChange: apply,
      onGap: untilDone(requestMissed),
      onState: connected => page.connection.show(connected),
    });
  });

  /** Shows the number of answers: the heading from the first answer on, the paginator from the second page on. */
  function showTotal(total) {
    section.querySelector('#answers-heading').hidden = total === 0;
    section.querySelector('.no-answers').hidden = total > 0;
    section.querySelector('#answer-count').textContent = total;
    const word = section.querySelector('#answer-word');
    word.textContent = plural(word.dataset.words, total);
    const second = section.querySelector('#second-page');
    if (page.firstPage && total > page.pageSize && second) second.replaceWith(second.content);
  }
}
