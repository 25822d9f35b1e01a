// Pictures in the Markdown of a post.

/** The Markdown that shows the picture at `url`. */
export function pictureMarkdown(url, description) {
  return `![${escaped(description)}](${url})`;
}

/** The change (text-change.js) that inserts `markdown` at the caret: as a separate paragraph. */
export function insertion(value, caret, markdown) {
  const before = value.slice(0, caret);
  const after = value.slice(caret);
  const text = gap(before.match(/\n*$/)[0], before) + markdown + gap(after.match(/^\n*/)[0], after);
  return { from: caret, to: caret, text, selectFrom: caret + text.length, selectTo: caret + text.length };
}

/** The change that gives the picture at `url` another description; null if the text no longer shows it so. */
export function redescription(value, url, was, description) {
  const old = pictureMarkdown(url, was);
  const from = value.indexOf(old);
  if (from < 0) return null;
  return { from, to: from + old.length, text: pictureMarkdown(url, description) };
}

/** The pictures among the files of a clipboard or of a drag. */
export function picturesIn(transfer) {
  return [...(transfer?.files ?? [])].filter(file => file.type.startsWith('image/'));
}

function gap(lineBreaks, text) {
  return text === '' ? '' : '\n'.repeat(Math.max(0, 2 - lineBreaks.length));
}

function escaped(description) {
  return description.replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&');
}
