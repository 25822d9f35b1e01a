// A Markdown text as a tree, so that the editor knows where marks are allowed. The parser is that of CodeMirror, with the
// extensions that the server renders.
import { Autolink, parser, Strikethrough, Table } from '@lezer/markdown';

const markdown = parser.configure([Autolink, Strikethrough, Table]);
const BLOCK_OF_TEXT = /^(Paragraph|ATXHeading\d|SetextHeading\d|TableCell)$/;
const CODE_BLOCK = /^(FencedCode|CodeBlock)$/;

export function parse(text) {
  return markdown.parse(text);
}

/** All nodes between `from` and `to` for which `test(node)` is true. */
export function nodes(tree, from, to, test) {
  const found = [];
  tree.iterate({
    from,
    to,
    enter({ node }) {
      if (test(node)) found.push(node);
    },
  });
  return found;
}

/** The first node of `name` around the whole selection; null if there is no such node. */
export function around(tree, name, start, end) {
  const [found] = nodes(tree, start, end, node => node.name === name && node.from <= start && end <= node.to);
  return found ?? null;
}

/** The parts of paragraphs, headings and cells in which the selection may get marks; without the marks of headings. */
export function blocksOfText(tree, start, end) {
  return nodes(tree, start, end, node => BLOCK_OF_TEXT.test(node.name)).map(node => {
    const heading = node.getChildren('HeaderMark');
    const from = heading[0]?.from === node.from ? heading[0].to : node.from;
    const last = heading.at(-1);
    return { node, from, to: last && last.from > from ? last.from : node.to };
  });
}

/** The block of code around the whole selection; null if there is no such node. */
export function codeBlock(tree, start, end) {
  const [found] = nodes(
    tree,
    start,
    end,
    node => CODE_BLOCK.test(node.name) && node.from <= start && end <= Math.max(node.to, start),
  );
  return found ?? null;
}

/** Whether a caret at `position` is in code: there, Markdown has no effect. */
export function inCode(tree, position) {
  const span = nodes(tree, position, position, node => node.name === 'InlineCode');
  return codeBlock(tree, position, position) !== null || span.some(s => s.from < position && position < s.to);
}
