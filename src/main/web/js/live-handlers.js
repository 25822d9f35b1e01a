// The kinds of live changes and their handlers. A new kind needs a handler and a line in HANDLERS; no other module
// knows the kinds.
//
// A handler is a class whose constructor receives the LivePage. It has three methods:
//   show(change)          puts the change on the page. Returns true if the change is news to this reader.
//   notice(change, news)  updates the notices around the posts. It is called after each `show` with its result.
//   missed()              returns the handler's parameters for the request of the missed changes.
import { LiveAnswers } from './live-answers.js';
import { LiveClosing } from './live-closing.js';
import { LiveComments } from './live-comments.js';
import { LiveQuestion } from './live-question.js';

export const HANDLERS = {
  answer: LiveAnswers,
  mark: LiveAnswers,
  gone: LiveAnswers,
  question: LiveQuestion,
  'question-gone': LiveQuestion,
  'question-back': LiveQuestion,
  closing: LiveClosing,
  comment: LiveComments,
  'comment-gone': LiveComments,
};

/** A map from each kind to its handler for `page`. Kinds of the same class share one handler. */
export function createHandlers(page) {
  const handlers = new Map();
  for (const Handler of Object.values(HANDLERS)) {
    if (!handlers.has(Handler)) handlers.set(Handler, new Handler(page));
  }
  return new Map(Object.entries(HANDLERS).map(([kind, Handler]) => [kind, handlers.get(Handler)]));
}
