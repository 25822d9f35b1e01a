/** A text the layout brings for scripts, in the reader's language: <body data-text-close="…"> is text('close'). */
export function text(name) {
  return document.body.dataset[`text${name[0].toUpperCase()}${name.slice(1)}`] ?? '';
}
