/** A text of the layout for scripts, in the reader's language: text('close') reads <body data-text-close="…">. */
export function text(name) {
  return document.body.dataset[`text${name[0].toUpperCase()}${name.slice(1)}`] ?? '';
}
