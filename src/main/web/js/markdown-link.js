// Links: the button, and an address that is pasted on selected text.
import { blocksOfText, inCode, nodes } from './markdown-tree.js';
import { replace, together } from './text-change.js';

const ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/i;
const WITHOUT_SCHEME = /^www\.\S+\.\S+$/i;
const PLACEHOLDER = 'https://';

/** The change for a press of the button: a link, or none if the selection is in one. The part to type is selected. */
export function linked(value, tree, start, end) {
  if (inCode(tree, start)) return null;
  const link = linkAround(tree, start, end);
  if (link) return unlinked(value, link);
  const { from, to, text } = chosen(value, tree, start, end);
  const address = addressIn(text);
  if (address) return { ...replace(from, to, `[](${target(address)})`), selectFrom: from + 1, selectTo: from + 1 };
  const change = replace(from, to, `[${label(text)}](${PLACEHOLDER})`);
  const caret = text === '' ? from + 1 : change.selectTo - 1 - PLACEHOLDER.length;
  return { ...change, selectFrom: caret, selectTo: text === '' ? caret : change.selectTo - 1 };
}

/** The change for `pasted` on a selection; null if it is no address, or if the selection cannot become a link. */
export function pastedLink(value, tree, start, end, pasted) {
  const address = ADDRESS.test(pasted.trim()) && pasted.trim();
  const { from, to, text } = chosen(value, tree, start, end);
  if (!address || text === '' || addressIn(text) || value.slice(start, end).trim() !== text) return null;
  if (inCode(tree, start) || linkAround(tree, start, end)) return null;
  return replace(from, to, `[${label(text)}](${target(address)})`);
}

function linkAround(tree, start, end) {
  const links = nodes(tree, start, end, ({ name, from, to, node }) => {
    const inside = start < end ? from <= start && end <= to : from < start && start < to;
    return name === 'Link' && inside && node.getChild('URL');
  });
  return links.at(-1);
}

function unlinked(value, link) {
  const [open, close] = link.getChildren('LinkMark');
  const edits = [
    { from: open.from, to: open.to, text: '' },
    { from: close.from, to: link.to, text: '' },
  ];
  return together(value, edits, open.to, close.from);
}

/** The selected text, without blanks around it, and of several blocks only the part in the first. */
function chosen(value, tree, start, end) {
  const [block] = start < end ? blocksOfText(tree, start, end) : [];
  let from = Math.max(start, block?.from ?? start);
  let to = Math.min(end, block?.to ?? end);
  while (from < to && /\s/.test(value[from])) from++;
  while (from < to && /\s/.test(value[to - 1])) to--;
  return { from, to: Math.max(from, to), text: value.slice(from, to) };
}

function addressIn(text) {
  if (ADDRESS.test(text)) return text;
  return WITHOUT_SCHEME.test(text) ? `https://${text}` : null;
}

/** An address with brackets that do not match ends too early unless it is in angle brackets. */
function target(address) {
  return balanced(address, '(', ')') ? address : `<${address.replace(/</g, '%3C').replace(/>/g, '%3E')}>`;
}

function label(text) {
  return balanced(text, '[', ']') ? text : text.replace(/(?<!\\)[[\]]/g, '\\$&');
}

function balanced(text, open, close) {
  let depth = 0;
  for (const character of text) {
    if (character === open) depth++;
    if (character === close && --depth < 0) return false;
  }
  return depth === 0;
}
