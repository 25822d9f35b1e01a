// The Code button: a span for a part of a line, a fence for whole lines. A second press removes them again.
import { around, codeBlock, nodes } from './markdown-tree.js';
import { linesAt } from './text-lines.js';
import { replace, together } from './text-change.js';

const FENCE = '```';

export function coded(value, tree, start, end) {
  const block = codeBlock(tree, start, end);
  if (block?.name === 'FencedCode') return unfenced(value, block, start, end);
  if (block) return null; // Indented code has no marks to remove.
  const span = around(tree, 'InlineCode', start, end);
  if (span && (start < end || (span.from < start && start < span.to))) return unspanned(value, span, start, end);
  const selected = trimmed(value, start, end);
  if (start < end && (selected.text.includes('\n') || isLine(value, selected))) return fenced(value, selected);
  return spanned(value, tree, selected);
}

function isLine(value, { from, to }) {
  const line = linesAt(value, from, to);
  return from < to && line.text.trim() === value.slice(from, to);
}

/** A fence on separate lines, longer than every row of backticks inside, in the same quote or list as its first line. */
function fenced(value, { from, to }) {
  const { from: first, to: last, text } = linesAt(value, from, to);
  const prefix = text.match(/^\s*(?:> ?)*/)[0];
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([row]) => row.length));
  const fence = '`'.repeat(Math.max(FENCE.length, longest + 1));
  const before = `${prefix}${fence}\n`;
  return {
    from: first,
    to: last,
    text: `${before}${text}\n${prefix}${fence}`,
    selectFrom: first + before.length,
    selectTo: first + before.length + text.length,
  };
}

/** Without its fence: the whole block, or only the selected ones of its lines. */
function unfenced(value, block, start, end) {
  const { from, to, text } = linesAt(value, block.from, block.to);
  const lines = text.split('\n');
  const open = lines[0];
  const marks = block.getChildren('CodeMark');
  const close = marks.length > 1 ? lines.at(-1) : null;
  const code = lines.slice(1, close === null ? undefined : -1);
  const chosen = linesAt(value, start, end);
  const lineOf = at => value.slice(from, at).split('\n').length - 2;
  const first = Math.max(0, lineOf(chosen.from));
  const last = Math.min(code.length - 1, lineOf(chosen.to));
  const some = start < end && first <= last;
  const [head, body, tail] = some
    ? [code.slice(0, first), code.slice(first, last + 1), code.slice(last + 1)]
    : [[], code, []];
  const fence = rest => (rest.length > 0 ? [open, ...rest, close ?? open] : []);
  const before = fence(head)
    .map(line => `${line}\n`)
    .join('');
  const after = fence(tail)
    .map(line => `\n${line}`)
    .join('');
  const kept = body.join('\n');
  const selectFrom = from + before.length;
  return { from, to, text: before + kept + after, selectFrom, selectTo: selectFrom + kept.length };
}

function spanned(value, tree, selected) {
  let { from, to } = selected;
  if (from === to) return { ...replace(from, to, '``'), selectFrom: from + 1, selectTo: from + 1 };
  for (const span of nodes(tree, from, to, node => node.name === 'InlineCode')) {
    if (span.from < to && from < span.to) [from, to] = [Math.min(from, span.from), Math.max(to, span.to)];
  }
  while (/[`\\]/.test(value[from - 1] ?? '')) from--; // Backticks beside it would become part of its marks.
  while (value[to] === '`') to++;
  const { before, text, after } = span(value.slice(from, to));
  const selectFrom = from + before.length;
  return { from, to, text: before + text + after, selectFrom, selectTo: selectFrom + text.length };
}

/** The shortest marks that no row of backticks in the text equals. A blank keeps backticks at its ends apart from them. */
function span(text) {
  const rows = [...text.matchAll(/`+/g)].map(([row]) => row.length);
  let length = 1;
  while (rows.includes(length)) length++;
  const pad = /^`|`$/.test(text) ? ' ' : '';
  const marks = '`'.repeat(length);
  return { before: marks + pad, text, after: pad + marks };
}

/** Without its marks: the whole span, or only the selected part of it. */
function unspanned(value, node, start, end) {
  const [open, close] = node.getChildren('CodeMark');
  let [from, to] = [open.to, close.from];
  const code = value.slice(from, to);
  const padded = code.length > 2 && code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
  if (padded) [from, to] = [from + 1, to - 1];
  const removed = [
    { from: open.from, to: from, text: '' },
    { from: to, to: close.to, text: '' },
  ];
  const chosen = start === end ? { from, to } : { from: Math.max(from, start), to: Math.min(to, end) };
  const rest = [trimmed(value, from, Math.max(from, chosen.from)), trimmed(value, Math.min(to, chosen.to), to)];
  const again = rest
    .filter(part => part.from < part.to)
    .flatMap(part => {
      const { before, after } = span(part.text);
      return [replace(part.from, part.from, before), replace(part.to, part.to, after)];
    });
  const caret = Math.min(Math.max(start, from), to);
  return start === end
    ? together(value, removed, caret, caret)
    : together(value, [...removed, ...again], chosen.from, chosen.to);
}

function trimmed(value, from, to) {
  while (from < to && /\s/.test(value[from])) from++;
  while (from < to && /\s/.test(value[to - 1])) to--;
  return { from, to, text: value.slice(from, to) };
}
