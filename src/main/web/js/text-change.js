// Changes of a text. A change is { from, to, text, selectFrom, selectTo }: `text` replaces the characters from `from` to
// `to`; then those from `selectFrom` to `selectTo` are selected.

/** A change that only moves the selection. */
export function select(from, to = from) {
  return { from, to: from, text: '', selectFrom: from, selectTo: to };
}

/** A change that replaces the characters from `from` to `to` and puts the caret after them. */
export function replace(from, to, text) {
  return { from, to, text, selectFrom: from + text.length, selectTo: from + text.length };
}

/**
 * One change for several `edits` ({ from, to, text }), which must not overlap, so that one undo reverts all. Afterwards the
 * text that was between `start` and `end` is selected.
 */
export function together(value, edits, start, end) {
  const sorted = edits.filter(edit => edit.from < edit.to || edit.text !== '').sort((a, b) => a.from - b.from);
  if (sorted.length === 0) return select(start, end);
  const from = sorted[0].from;
  const to = Math.max(...sorted.map(edit => edit.to));
  let text = '';
  let done = from;
  for (const edit of sorted) {
    text += value.slice(done, edit.from) + edit.text;
    done = Math.max(done, edit.to);
  }
  return {
    from,
    to,
    text: text + value.slice(done, to),
    selectFrom: moved(start, sorted, edit => edit.to <= start),
    selectTo: moved(end, sorted, edit => (edit.from < edit.to ? edit.to <= end : edit.from < end)),
  };
}

function moved(position, edits, isBefore) {
  let shift = 0;
  for (const edit of edits) {
    if (isBefore(edit)) shift += edit.text.length - (edit.to - edit.from);
    else if (edit.from < position && position < edit.to) shift -= position - edit.from;
  }
  return position + shift;
}
