// The effect of the editor's buttons on a text and its selection, without a DOM so that tests need none.

const AROUND = { bold: '**', italic: '_', code: '`' };
const BEFORE_LINE = { quote: '> ', list: '- ' };

/**
 * The replacement for the selection from `start` to `end`: `text` replaces the characters from `from` to `to`; then
 * those from `selectFrom` to `selectTo` are selected.
 */
export function marked(mark, value, start, end) {
  if (mark in BEFORE_LINE) return lines(BEFORE_LINE[mark], value, start, end);
  const selected = value.slice(start, end);
  if (mark === 'code' && selected.includes('\n')) return around('```\n', selected, '\n```', start, end);
  if (mark === 'link') return link(selected, start, end);
  return around(AROUND[mark], selected, AROUND[mark], start, end);
}

function around(before, selected, after, from, to) {
  const selectFrom = from + before.length;
  return { from, to, text: before + selected + after, selectFrom, selectTo: selectFrom + selected.length };
}

/** The address is selected, so that typing replaces it. */
function link(selected, from, to) {
  const address = 'https://';
  const selectFrom = from + selected.length + 3;
  return { from, to, text: `[${selected}](${address})`, selectFrom, selectTo: selectFrom + address.length };
}

function lines(prefix, value, start, end) {
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const text = value
    .slice(from, end)
    .split('\n')
    .map(line => prefix + line)
    .join('\n');
  return { from, to: end, text, selectFrom: from + text.length, selectTo: from + text.length };
}
