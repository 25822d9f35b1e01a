// The mention that somebody is typing in a text.

const TYPED = /(?:^|[^\p{L}\p{N}@/.+%:=&?#-])@([\p{L}\p{M}\p{Nd}_-]{0,32})$/u;

/** The beginning of the nickname before the caret: { name, from }, with `from` as the place after the @. Null without a mention. */
export function typedMention(text, caret) {
  const name = TYPED.exec(text.slice(0, caret))?.[1];
  return name === undefined ? null : { name, from: caret - name.length };
}
