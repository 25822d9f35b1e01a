// Formatted text from the clipboard as the Markdown that the site renders.
import TurndownService from 'turndown';

const LINKED = /^(?:https?:|mailto:)/i;
const NOT_BOLD = /font-weight:\s*(?:normal|400)\b/;

const service = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '_',
});
service.remove(['script', 'style', 'head', 'title', 'noscript', 'button', 'svg']);
service.addRule('struck', { filter: ['del', 's', 'strike'], replacement: text => `~~${text}~~` });
service.addRule('item', {
  filter: 'li',
  replacement: (text, node) => {
    const marker = node.parentNode.nodeName === 'OL' ? `${numberOf(node)}. ` : '- ';
    const indented = text.trim().replace(/\n/g, `\n${' '.repeat(marker.length)}`);
    return `${marker}${indented}${node.nextElementSibling ? '\n' : ''}`;
  },
});
service.addRule('link', {
  filter: node => node.nodeName === 'A' && !LINKED.test(node.getAttribute('href') ?? ''),
  replacement: text => text, // Relative addresses belong to the page that the text is from.
});
service.addRule('picture', {
  filter: 'img',
  replacement: (text, node) => {
    const address = node.getAttribute('src') ?? '';
    return LINKED.test(address) ? `![${node.alt}](${address})` : node.alt;
  },
});
service.addRule('plain', {
  // Google Docs wraps all that is copied into such an element.
  filter: node => ['B', 'STRONG'].includes(node.nodeName) && NOT_BOLD.test(node.getAttribute('style') ?? ''),
  replacement: text => text,
});
service.addRule('code', { filter: 'pre', replacement: (text, node) => block(fenced(node)) });
service.addRule('table', { filter: 'table', replacement: (text, node) => block(table(node)) });

/** The Markdown of the children of `body`, an element of a parsed document. */
export function markdownOf(body) {
  return service.turndown(body);
}

function numberOf(item) {
  const { parentNode: list } = item;
  return Number(list.getAttribute('start') ?? 1) + [...list.children].indexOf(item);
}

function block(text) {
  return `\n\n${text}\n\n`;
}

function fenced(pre) {
  const code = pre.textContent.replace(/\n$/, '');
  const [, language = ''] = pre.outerHTML.match(/\b(?:language|lang|highlight-source)-([\w+#.-]+)/) ?? [];
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([row]) => row.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

/** The first row becomes the head, which tables in Markdown must have. */
function table(element) {
  const rows = [...element.rows].map(row => [...row.cells].map(cell));
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(row => row.length));
  const line = cells => `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
  return [line(rows[0]), `|${' --- |'.repeat(width)}`, ...rows.slice(1).map(line)].join('\n');
}

function cell(element) {
  return service
    .turndown(element.innerHTML)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|');
}
