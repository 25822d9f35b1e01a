// The same separators as in TagNames.java: commas, semicolons and spaces of any script.
const SEPARATOR = /[,;\s，、；､،؛]+/;
const LAST_WORD = /[^,;\s，、；､،؛]*$/;

/** The word being typed: the text after the last comma, semicolon or space. */
export function typedWord(value) {
  return value.match(LAST_WORD)[0].toLowerCase();
}

/** `value` with `tag` in place of the word being typed, ready for the next word. */
export function completed(value, tag) {
  return `${value.replace(LAST_WORD, '')}${tag}, `;
}

/** The words before the one being typed. */
export function finishedWords(value) {
  return value.replace(LAST_WORD, '').toLowerCase().split(SEPARATOR).filter(Boolean);
}
