/** The word being typed: what follows the last comma, semicolon or space. */
export function typedWord(value) {
  return value.match(/[^,;\s]*$/)[0].toLowerCase();
}

/** `value` with the word being typed completed to `tag`, ready for the next one. */
export function completed(value, tag) {
  return `${value.replace(/[^,;\s]*$/, '')}${tag}, `;
}

/** The tags that stand before the word being typed. */
export function finishedWords(value) {
  return value
    .replace(/[^,;\s]*$/, '')
    .toLowerCase()
    .split(/[,;\s]+/)
    .filter(Boolean);
}
