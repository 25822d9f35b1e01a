// Moments in the reader's zone and language: "5 minutes ago" while it is recent, the date otherwise, the whole on hover.
import { describe } from './moments.js';
import { text } from './texts.js';

const REFRESHED_EVERY_MS = 60_000;
const language = document.documentElement.lang;
const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
const whole = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });
const shown = new Set();

export default function localTime(element) {
  const moment = new Date(element.dateTime);
  if (Number.isNaN(moment.getTime())) return;
  element.title = whole.format(moment);
  element.textContent = said(element);
  shown.add(element);
}

/** The date of <time data-date>, which stands in a sentence such as "member since"; else how long ago. */
function said(element) {
  const moment = new Date(element.dateTime);
  return 'date' in element.dataset ? date.format(moment) : describe(moment, new Date(), language, text('justNow'));
}

setInterval(() => {
  for (const element of shown) {
    if (!element.isConnected) shown.delete(element);
    else element.textContent = said(element);
  }
}, REFRESHED_EVERY_MS);
