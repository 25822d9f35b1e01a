const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const RECENT_MS = 7 * DAY_MS;

/**
 * Describes `moment` in `language`, relative to `now` if it is recent; within a minute it is `justNow`. A clock that is a
 * little ahead gives `justNow` too. Without a time zone the date is that of the browser's.
 */
export function describe(moment, now, language, justNow, timeZone) {
  const age = now - moment;
  if (Math.abs(age) < RECENT_MS) return relative(age, language, justNow);
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone });
  const sameYear = year.format(moment) === year.format(now);
  const options = { day: 'numeric', month: 'short', timeZone, ...(sameYear ? {} : { year: 'numeric' }) };
  return new Intl.DateTimeFormat(language, options).format(moment);
}

function relative(age, language, justNow) {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const distance = Math.abs(age);
  if (distance < MINUTE_MS) return justNow;
  if (distance < HOUR_MS) return words.format(-Math.trunc(age / MINUTE_MS), 'minute');
  if (distance < DAY_MS) return words.format(-Math.trunc(age / HOUR_MS), 'hour');
  return words.format(-Math.trunc(age / DAY_MS), 'day');
}
