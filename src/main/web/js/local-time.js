// Shows a <time> in the zone that the reader chose, or in that of the browser, and in the reader's language: "5 minutes ago" if it is recent, otherwise the date. The full date is
// shown on hover.
import { describe } from './relative-time.js';
import { text } from './texts.js';

const REFRESHED_EVERY_MS = 60_000;
const language = document.documentElement.lang;
const zone = chosenZone(document.body.dataset.chosenZone);
const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone });
const whole = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
const shown = new Set();

export default function localTime(element) {
  const moment = new Date(element.dateTime);
  if (Number.isNaN(moment.getTime())) return;
  element.title = whole.format(moment);
  element.textContent = wording(element);
  shown.add(element);
}

/** Gives the date for <time data-date>, which is part of a sentence such as "member since"; otherwise the age. */
function wording(element) {
  const moment = new Date(element.dateTime);
  return 'date' in element.dataset
    ? date.format(moment)
    : describe(moment, new Date(), language, text('justNow'), zone);
}

setInterval(() => {
  for (const element of shown) {
    if (!element.isConnected) shown.delete(element);
    else element.textContent = wording(element);
  }
}, REFRESHED_EVERY_MS);

/** The zone, unless this browser does not know it. */
function chosenZone(name) {
  try {
    return name && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
