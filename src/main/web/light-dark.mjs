// Browsers before 2024 do not support light-dark(). Custom properties have the same effect: in the light theme,
// tokens.css sets --light to `initial`, so that its fallback (the light colour) applies, and --dark to nothing. In the
// dark theme it is the other way round.

/** `css` with each light-dark(A, B) written as var(--light, A) var(--dark, B). */
export function lowered(css) {
  let out = '';
  let rest = css;
  for (let at = rest.indexOf(NAME); at >= 0; at = rest.indexOf(NAME)) {
    const inside = rest.slice(at + NAME.length);
    const [light, dark, length] = pair(inside);
    out += `${rest.slice(0, at)}var(--light, ${light}) var(--dark, ${dark})`;
    rest = inside.slice(length);
  }
  return out + rest;
}

const NAME = 'light-dark(';

/** The two arguments at the beginning of `text`, and their length including the closing bracket. */
function pair(text) {
  let depth = 0;
  let comma = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ',' && depth === 0) comma = i;
    else if (text[i] === ')' && depth-- === 0)
      return [text.slice(0, comma).trim(), text.slice(comma + 1, i).trim(), i + 1];
  }
  throw new Error(`light-dark( is not closed: ${text.slice(0, 60)}`);
}
