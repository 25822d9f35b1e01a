// What the editor's buttons do to a text and its selection; pure, so that it can be tested.

const AROUND = { bold: '**', italic: '_', code: '`' };
const BEFORE_LINE = { quote: '> ', list: '- ' };

/**
 * The replacement of the selection from `start` to `end`: `from` and `to` say what is replaced by `text`, `selectFrom` and
 * `selectTo` what is selected then.
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

/** The address is selected, to be typed over. */
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
