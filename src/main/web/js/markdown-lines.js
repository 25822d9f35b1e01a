// Quotes and lists: marks at the beginning of lines, from the buttons or the Enter and Tab keys.
import { codeBlock, inCode } from './markdown-tree.js';
import { replace } from './text-change.js';
import { lineAfter, lineBefore, linesAt } from './text-lines.js';

const QUOTED = /^ {0,3}> ?/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const ITEM = /^((?:\s*>)*\s*)([-*+]|\d{1,9}[.)])(\s+|$)(.*)$/;
const WIDEST_GAP = 4; // More blanks after the marker begin a block of code.

/** A press of the Quote button. */
export function quoted(value, tree, start, end) {
  const { from, to, text } = linesAt(value, start, end);
  if (inside(tree, from, to)) return null;
  const lines = text.split('\n');
  const written = lines.filter(line => line.trim() !== '');
  const removing = written.length > 0 && written.every(line => QUOTED.test(line));
  const fresh = lines.map(line => {
    if (removing) return line.replace(QUOTED, '');
    return line.trim() === '' && lines.length > 1 ? '>' : `> ${line}`;
  });
  const [above, below] = [lineBefore(value, from), lineAfter(value, to)];
  const before = removing && QUOTED.test(above ?? '') ? [''] : [];
  const after = !removing && isWritten(below) && !QUOTED.test(below) ? [''] : [];
  return rewritten(from, to, lines, fresh, before, after, start, end);
}

/** A press of the List button. */
export function listed(value, tree, start, end) {
  const { from, to, text } = linesAt(value, start, end);
  if (inside(tree, from, to)) return null;
  const lines = text.split('\n');
  const removing = areItems(lines);
  const fresh = removing ? withoutMarkers(lines) : withMarkers(lines, tree, from);
  const [above, below] = [lineBefore(value, from), lineAfter(value, to)];
  const prefix = lines
    .at(-1)
    .match(/^(?:\s*> ?)*/)[0]
    .trimEnd();
  const emptyFirst = ITEM.exec(fresh[0])?.[4] === '';
  const apart = removing
    ? item(above) !== null || /^\s+\S/.test(above ?? '')
    : emptyFirst && isWritten(above) && !item(above);
  const after = !removing && isWritten(below) && !item(below) ? [prefix] : [];
  return rewritten(from, to, lines, fresh, apart ? [prefix] : [], after, start, end);
}

/** The change for the Enter key in an item of a list: the next item, or the end of the list. Null elsewhere. */
export function continued(value, tree, start, end) {
  const { from, to, text } = linesAt(value, start, start);
  const found = item(text);
  if (!found || end > to || inCode(tree, start) || codeBlock(tree, from, to)) return null;
  const column = start - from;
  if (column < found.offset - (found.gap.length - 1) || (column < found.offset && found.text !== '')) return null;
  const quote = found.before.match(/^(?:\s*> ?)*/)[0];
  if (found.text.trim() === '') {
    const apart = isWritten(lineBefore(value, from)) ? `${quote.trimEnd()}\n` : '';
    return replace(from, to, apart + quote);
  }
  return replace(start, end, `\n${found.before}${next(found.marker)}${found.gap}`);
}

/** The change for the Tab key in items of a list: one level deeper, or with `back` less deep. Null if it cannot move. */
export function indented(value, tree, start, end, back) {
  const { from, to, text } = linesAt(value, start, end);
  const lines = text.split('\n');
  const first = item(lines[0]);
  const all = lines.every(line => line.trim() === '' || item(line));
  if (!first || !all || inCode(tree, start) || codeBlock(tree, from, to)) return null;
  const shift = (back ? parent(value, from, first) : sibling(value, from, first)) - first.before.length;
  if (shift === 0 || back !== shift < 0) return null;
  const fresh = lines.map(line => (line.trim() === '' ? line : moved(line, shift)));
  return rewritten(from, to, lines, fresh, [], [], start, end);
}

/** The new beginning of the item after Tab: below the text of the nearest item above that begins no further to the right. */
function sibling(value, from, { before }) {
  for (const above of itemsAbove(value, from)) {
    if (above.before.length <= before.length) return above.offset;
  }
  return before.length;
}

/** The new beginning of the item after Shift+Tab: that of the item around it. */
function parent(value, from, { before }) {
  for (const above of itemsAbove(value, from)) {
    if (above.before.length < before.length) return above.before.length;
  }
  return before.match(/^(?:\s*> ?)*/)[0].length;
}

/** The items of the same list above `from`, the nearest first. */
function* itemsAbove(value, from) {
  for (let line = from; line > 0;) {
    const { from: start, text } = linesAt(value, line - 1, line - 1);
    const found = item(text);
    if (found) yield found;
    else if (/^\S/.test(text)) return;
    line = start;
  }
}

function moved(line, shift) {
  const { before } = item(line);
  const length = Math.max(0, before.length + shift);
  return before.padEnd(length).slice(0, length) + line.slice(before.length);
}

/** The parts of an item's line: what is before its marker, the marker, the gap, the text, and the position of the text. */
function item(line) {
  const found = line === null || RULE.test(line) ? null : ITEM.exec(line);
  if (!found) return null;
  const [, before, marker, blanks, text] = found;
  const gap = blanks.length === 0 || blanks.length > WIDEST_GAP ? ' ' : blanks;
  return { before, marker, gap, text, offset: before.length + marker.length + gap.length };
}

function areItems(lines) {
  let offset = -1;
  for (const line of lines.filter(isWritten)) {
    const found = item(line);
    if (found && /\d/.test(found.marker)) return false;
    if (!found && (offset < 0 || indentOf(line) < offset)) return false;
    offset = found?.offset ?? offset;
  }
  return offset >= 0;
}

function withoutMarkers(lines) {
  let offset = 0;
  return lines.map(line => {
    const found = item(line);
    if (!found) return line.slice(Math.min(offset, indentOf(line)));
    offset = found.marker.length + found.gap.length;
    return found.before + found.text;
  });
}

/** Code inside the lines is not marked but moved with its first line. */
function withMarkers(lines, tree, from) {
  let at = from;
  return lines.map(line => {
    const start = at;
    at += line.length + 1;
    if (!isWritten(line) && lines.length > 1) return line;
    const code = codeBlock(tree, start, start);
    if (code && code.from < start) return `  ${line}`;
    const found = item(line);
    if (found) return `${found.before}${/\d/.test(found.marker) ? '-' : found.marker} ${found.text}`;
    return line.replace(/^(?:\s*> ?)*\s*/, '$&- ');
  });
}

function rewritten(from, to, lines, fresh, before, after, start, end) {
  const text = [...before, ...fresh, ...after].join('\n');
  const first = from + before.map(line => `${line}\n`).join('').length;
  const change = { from, to, text, selectFrom: first, selectTo: first + fresh.join('\n').length };
  if (start < end) return change;
  const caret = first + Math.max(0, start - from + fresh[0].length - lines[0].length);
  return { ...change, selectFrom: caret, selectTo: caret };
}

/** Whether the lines are a part of a block of code: marks have no effect there. */
function inside(tree, from, to) {
  const code = codeBlock(tree, from, to);
  return code !== null && (code.from < from || to < code.to);
}

function indentOf(line) {
  return line.match(/^\s*/)[0].length;
}

function next(marker) {
  return marker.replace(/\d+/, number => String(Number(number) + 1));
}

function isWritten(line) {
  return line !== null && line.trim() !== '';
}
