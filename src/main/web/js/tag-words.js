/** The word being typed: the text after the last comma, semicolon or space. */
export function typedWord(value) {
  return value.match(/[^,;\s]*$/)[0].toLowerCase();
}

/** `value` with `tag` in place of the word being typed, ready for the next word. */
export function completed(value, tag) {
  return `${value.replace(/[^,;\s]*$/, '')}${tag}, `;
}

/** The words before the one being typed. */
export function finishedWords(value) {
  return value
    .replace(/[^,;\s]*$/, '')
    .toLowerCase()
    .split(/[,;\s]+/)
    .filter(Boolean);
}
