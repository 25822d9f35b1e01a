// A finger does not hover: touch screens show the style of :hover after a tap, until the next tap elsewhere. So these styles
// apply only if the device can hover.

const RULE = /([^{}]*)\{([^{}]*)\}/g;

/** `css` with each rule for :hover in @media (hover: hover). The other selectors of its list keep their rule. */
export function hoverable(css) {
  return css.replace(RULE, (rule, head, body) => {
    if (!head.includes(':hover')) return rule;
    const [, space, list] = head.match(/^((?:\s|\/\*[\s\S]*?\*\/|@[^;]*;)*)([\s\S]*)$/);
    const selectors = split(list);
    const hover = selectors.filter(selector => selector.includes(':hover'));
    const others = selectors.filter(selector => !selector.includes(':hover'));
    const rest = others.length > 0 ? `${others.join(', ')} {${body}}\n` : '';
    return `${space}${rest}@media (hover: hover) { ${hover.join(', ')} {${body}} }`;
  });
}

/** The selectors of a list; commas in brackets are a part of one. */
function split(list) {
  const selectors = [''];
  let depth = 0;
  for (const character of list) {
    if ('(['.includes(character)) depth++;
    if (')]'.includes(character)) depth--;
    if (character === ',' && depth === 0) selectors.push('');
    else selectors[selectors.length - 1] += character;
  }
  return selectors.map(selector => selector.trim());
}
