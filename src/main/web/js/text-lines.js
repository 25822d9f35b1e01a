/** The whole lines that the selection touches. A line of which only the beginning is reached does not count. */
export function linesAt(value, start, end) {
  const last = end > start && value[end - 1] === '\n' ? end - 1 : end;
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const newline = value.indexOf('\n', last);
  const to = newline < 0 ? value.length : newline;
  return { from: Math.min(from, to), to, text: value.slice(from, to) };
}

/** The line before `from`, the beginning of a line; null at the beginning of the text. */
export function lineBefore(value, from) {
  return from === 0 ? null : linesAt(value, from - 1, from - 1).text;
}

/** The line after `to`, the end of a line; null at the end of the text. */
export function lineAfter(value, to) {
  return to >= value.length ? null : linesAt(value, to + 1, to + 1).text;
}
