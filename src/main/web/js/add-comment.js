// Opens the form for a comment below its post, and posts it without loading the page again. Without a form on the page, as for
// guests, the link leads to the page of all comments.
// Target: <template id="comment-form">
import { postForJson } from './api.js';
import { insertComment } from './comment-list.js';
import { keepScroll } from './keep-scroll.js';
import { toast } from './toast.js';

export default function addComment(link, start) {
  const template = document.getElementById('comment-form');
  if (!template) return;
  link.addEventListener('click', event => {
    event.preventDefault();
    const form = copy(template, link);
    keepScroll(() => link.replaceWith(form));
    start(form);
    const field = form.querySelector('textarea');
    field.focus();
    form.addEventListener('submit', async submit => {
      submit.preventDefault();
      if (await post(form, start)) form.replaceWith(link);
    });
  });
}

/** The form for the post of `link`, with its own ids. */
function copy(template, link) {
  const form = template.content.cloneNode(true).firstElementChild;
  const { pathname } = new URL(link.href);
  form.setAttribute('action', pathname.replace(/\/$/, ''));
  form.dataset.draft = link.dataset.draft;
  const own = `comment-of${pathname.replaceAll('/', '-')}`;
  const field = form.querySelector('textarea');
  const shared = field.id;
  for (const element of form.querySelectorAll(`[id^="${shared}"], [for="${shared}"]`)) {
    if (element.id) element.id = element.id.replace(shared, own);
    if (element.htmlFor) element.htmlFor = own;
  }
  field.setAttribute('aria-describedby', `${own}-hint ${own}-error`);
  return form;
}

/** Returns true if the comment was posted. */
async function post(form, start) {
  const field = form.querySelector('textarea');
  try {
    const { html, code, detail } = await postForJson(form.getAttribute('action'), new FormData(form));
    if (code === 'held') toast(detail);
    else show(form, html, start);
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  } catch (problem) {
    if (problem.code !== 'bad-comment') toast(problem.message, { error: true });
    else form.querySelector('.invalid-feedback').textContent = problem.message;
    field.classList.toggle('is-invalid', problem.code === 'bad-comment');
    field.focus();
    return false;
  }
}

/** The same comment may have arrived live. */
function show(form, html, start) {
  const parsed = document.createElement('template');
  parsed.innerHTML = html;
  const item = parsed.content.firstElementChild;
  if (insertComment(form.closest('.post-comments').querySelector('.comments'), item)) start(item);
}
