// Shows a <time> in the reader's zone and language: "5 minutes ago" if it is recent, otherwise the date. The full date is
// shown on hover.
import { describe } from './relative-time.js';

const REFRESHED_EVERY_MS = 60_000;
const language = document.documentElement.lang;
const whole = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });
const shown = new Set();

export default function localTime(element) {
  const moment = new Date(element.dateTime);
  if (Number.isNaN(moment.getTime())) return;
  element.title = whole.format(moment);
  element.textContent = describe(moment, new Date(), language);
  shown.add(element);
}

setInterval(() => {
  for (const element of shown) {
    if (!element.isConnected) shown.delete(element);
    else element.textContent = describe(new Date(element.dateTime), new Date(), language);
  }
}, REFRESHED_EVERY_MS);
