// Shows the other comments of a post in place, from the page of all its comments, to which the link leads.
import { insertComment } from './comment-list.js';
import { keepScroll } from './keep-scroll.js';

export default function moreComments(link, start) {
  link.addEventListener('click', async event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const items = await comments(link.href).catch(() => null);
    if (!items) {
      location.assign(link.href);
      return;
    }
    const list = link.parentElement.querySelector('.comments');
    for (const item of items) {
      if (insertComment(list, item)) start(item);
    }
    keepScroll(() => link.remove());
  });
}

async function comments(url) {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (page.querySelector('[rel="next"]')) throw new Error('too many for one page');
  return [...page.querySelectorAll('.comment')].map(item => document.importNode(item, true));
}
