// Bold and italic. A press adds the marks to the selected text, or removes them from it if all of it has them.
//   1. Each block of text (paragraph, heading, cell) gets its own marks.
//   2. Blanks stay outside of the marks. Links and code are marked as a whole or inside, never across their edge.
//   3. CommonMark must read the marks as marks. It does not between a letter and punctuation.
import { blocksOfText, inCode, nodes } from './markdown-tree.js';
import { replace, select, together } from './text-change.js';

const NODE = { bold: 'StrongEmphasis', italic: 'Emphasis' };
const NESTING = /^(Emphasis|StrongEmphasis|Strikethrough|Link)$/;
const WHOLE = /^(InlineCode|Image|Autolink|URL|HTMLTag|Escape|Entity)$/;
const BLANK = /^\s$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/** The change for a press of `mark` ("bold" or "italic"); null if no mark is possible. */
export function emphasized(mark, value, tree, start, end) {
  return start === end ? atCaret(mark, value, tree, start) : toggled(mark, value, tree, start, end);
}

function atCaret(mark, value, tree, caret) {
  if (inCode(tree, caret)) return null;
  for (const pair of mark === 'bold' ? ['**'] : ['_', '*']) {
    const { length } = pair;
    const empty = value.slice(caret - length, caret) === pair && value.slice(caret, caret + length) === pair;
    const longer = mark === 'italic' && value[caret - 2] === pair;
    if (empty && !longer) return replace(caret - length, caret + length, '');
  }
  const [span] = nodes(tree, caret, caret, node => node.name === NODE[mark] && node.from < caret && caret < node.to);
  if (span) {
    const [open, close] = marksOf(span);
    if (caret === close.from) return select(close.to);
    return together(value, [deletion(open), deletion(close)], caret, caret);
  }
  const word = wordAround(value, caret);
  if (word) {
    const change = toggled(mark, value, tree, word.from, word.to);
    return (
      change && {
        ...change,
        selectFrom: caret + change.selectFrom - word.from,
        selectTo: caret + change.selectFrom - word.from,
      }
    );
  }
  const pair = mark === 'bold' ? '**' : '_';
  return { ...replace(caret, caret, pair + pair), selectFrom: caret + pair.length, selectTo: caret + pair.length };
}

function toggled(mark, value, tree, start, end) {
  const parts = blocksOfText(tree, start, end)
    .map(block => partOf(mark, value, tree, block, start, end))
    .filter(part => part.from < part.to);
  const removing = parts.every(part => part.marked);
  const results = parts.map(part => (removing ? removal : addition)(mark, value, tree, part)).filter(Boolean);
  if (results.length === 0) return null;
  const edits = results.flatMap(result => result.edits);
  return together(value, edits, results[0].from, results.at(-1).to);
}

/** The selected part of a block, its spans of this mark, and whether all of the part is marked. */
function partOf(mark, value, tree, block, start, end) {
  const quotes = nodes(tree, block.from, block.to, node => node.name === 'QuoteMark');
  const blank = at => BLANK.test(value[at]) || quotes.some(quote => quote.from <= at && at < quote.to);
  const trim = range => trimmed(range, blank);
  const own = nodes(tree, block.from, block.to, node => node.name === NODE[mark]);
  const selected = trim({ from: Math.max(start, block.from), to: Math.min(end, block.to) });
  const range = selected.from < selected.to ? trim(fitted(selected, tree, block, own)) : selected;
  const spans = own.filter(span => span.from <= range.to && range.from <= span.to);
  let marked = spans.length > 0;
  for (let at = range.from; at < range.to; at++) {
    marked &&= blank(at) || spans.some(span => span.from <= at && at < span.to);
  }
  return { ...range, block, spans, marked, trim };
}

/** The edits that mark a part, and the marked range; null if no mark is possible. */
function addition(mark, value, tree, { from, to, spans, block }) {
  const deleted = spans.flatMap(marksOf);
  const range = {
    from: Math.min(from, ...spans.map(span => span.from)),
    to: Math.max(to, ...spans.map(span => span.to)),
  };
  const marks = surrounding(mark, value, tree, range, block, deleted);
  return marks && { ...marks, edits: [...deleted.map(deletion), ...marks.edits] };
}

/** The edits that take the mark from a part. The rest of its spans at both sides is marked again. */
function removal(mark, value, tree, { from, to, spans, block, trim }) {
  const edits = [];
  for (const span of spans) {
    if (span.to <= from || to <= span.from) continue;
    const marks = marksOf(span);
    const [open, close] = marks;
    const taken = withNested({ from, to }, tree, span);
    const rest = [
      { from: open.to, to: taken.from },
      { from: taken.to, to: close.from },
    ];
    edits.push(...marks.map(deletion));
    for (const part of rest.filter(part => part.from < part.to).map(trim)) {
      edits.push(...(surrounding(mark, value, tree, part, block, marks)?.edits ?? []));
    }
  }
  return { from, to, edits };
}

/** `range` with all links, code and marks in `span` that it touches. */
function withNested({ from, to }, tree, span) {
  const isNested = node => node.from > span.from && (NESTING.test(node.name) || WHOLE.test(node.name));
  for (const node of nodes(tree, span.from, span.to, isNested)) {
    if (node.to <= from || to <= node.from || node.to > span.to) continue;
    from = Math.min(from, node.from);
    to = Math.max(to, node.to);
  }
  return { from, to };
}

/** The insertions that mark `range`, and the range itself. It shrinks, or grows beside a link, until CommonMark reads the marks as marks. */
function surrounding(mark, value, tree, range, block, deleted) {
  const text = { value, block, deleted };
  const edge = (at, side) =>
    nodes(tree, at, at, node => (NESTING.test(node.name) || WHOLE.test(node.name)) && node[side] === at).length > 0;
  let from = kept(text, range.from, 1);
  let to = kept(text, range.to, -1);
  while (from < to && stuck(beside(text, from, 1), beside(text, from, -1))) {
    const outwards = edge(from, 'from') && from > block.from;
    from = outwards ? step(text, from, -1) : kept(text, step(text, from, 1), 1);
  }
  while (from < to && stuck(beside(text, to, -1), beside(text, to, 1))) {
    const outwards = edge(to, 'to') && to < block.to;
    to = outwards ? step(text, to, 1) : kept(text, step(text, to, -1), -1);
  }
  if (from >= to) return null;
  const outside = [beside(text, from, -1), beside(text, to, 1)];
  const apart = outside.every(one => one === '' || BLANK.test(one) || PUNCTUATION.test(one));
  const italic = apart ? '_' : '*'; // CommonMark does not read "_" inside of a word.
  const delimiter = mark === 'bold' ? '**' : italic;
  return { from, to, edits: [replace(from, from, delimiter), replace(to, to, delimiter)] };
}

/** Whether a mark between `inside` and `outside` would be plain text (CommonMark, "flanking delimiter runs"). */
function stuck(inside, outside) {
  if (BLANK.test(inside)) return true;
  return PUNCTUATION.test(inside) && outside !== '' && !BLANK.test(outside) && !PUNCTUATION.test(outside);
}

/** The next position in `direction` that is not in or before a deleted mark. */
function kept({ deleted }, at, direction) {
  for (;;) {
    const gone = deleted.find(({ from, to }) => (direction < 0 ? from < at && at <= to : from <= at && at < to));
    if (!gone) return at;
    at = direction < 0 ? gone.from : gone.to;
  }
}

/** The character beside `at` that will be there after the deletions; "" at the edge of the block. */
function beside(text, at, direction) {
  const { value, block } = text;
  at = kept(text, at, direction);
  if (direction < 0) return at <= block.from ? '' : [...value.slice(Math.max(block.from, at - 2), at)].at(-1);
  return at >= block.to ? '' : String.fromCodePoint(value.codePointAt(at));
}

function step(text, at, direction) {
  return kept(text, at, direction) + direction * beside(text, at, direction).length;
}

/** `range`, grown so that it does not cut a link, code or other marks in two. */
function fitted(range, tree, block, own) {
  const inner = nodes(tree, block.from, block.to, node => {
    const inLink = node.name === 'URL' && /^(Link|Image|Autolink)$/.test(node.parent.name);
    return (NESTING.test(node.name) || (WHOLE.test(node.name) && !inLink)) && !own.some(span => sameNode(span, node));
  });
  let { from, to } = range;
  for (let grown = true; grown;) {
    grown = false;
    for (const node of inner) {
      const content = contentOf(node);
      const apart = node.to <= from || to <= node.from;
      const around = from <= node.from && node.to <= to;
      const inside = content && content.from <= from && to <= content.to;
      if (apart || around || inside) continue;
      from = Math.min(from, node.from);
      to = Math.max(to, node.to);
      grown = true;
    }
  }
  return { from, to };
}

/** The part of a link or of marked text inside of which marks are possible. */
function contentOf(node) {
  if (WHOLE.test(node.name)) return null;
  if (node.name !== 'Link') {
    const [open, close] = marksOf(node);
    return { from: open.to, to: close.from };
  }
  const [open, close] = node.getChildren('LinkMark');
  return { from: open.to, to: close.from };
}

function marksOf(span) {
  const { firstChild, lastChild } = span;
  return [firstChild, lastChild];
}

function sameNode(a, b) {
  return a.from === b.from && a.to === b.to && a.name === b.name;
}

function deletion({ from, to }) {
  return { from, to, text: '' };
}

function trimmed({ from, to }, blank) {
  while (from < to && blank(from)) from++;
  while (from < to && blank(to - 1)) to--;
  return { from, to };
}

function wordAround(value, caret) {
  const before = value.slice(0, caret).match(/[\p{L}\p{N}\p{M}]+$/u);
  const after = value.slice(caret).match(/^[\p{L}\p{N}\p{M}]+/u);
  return before && after ? { from: caret - before[0].length, to: caret + after[0].length } : null;
}
