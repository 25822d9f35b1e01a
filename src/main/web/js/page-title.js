// The title of the tab: "(3) Title · Site". The count is in front of it, and a page may rename what follows.
const COUNT = /^\([0-9+]+\) /;

/** Shows `text` in parentheses in front of the title; "" removes it. */
export function countInTitle(text) {
  const title = document.title.replace(COUNT, '');
  document.title = text ? `(${text}) ${title}` : title;
}

/** Replaces the first part of the title, up to the first " · " from its end. The count stays. */
export function renamePage(name) {
  const [count = ''] = document.title.match(COUNT) ?? [];
  document.title = count + document.title.slice(count.length).replace(/^.* · /, () => `${name} · `);
}
