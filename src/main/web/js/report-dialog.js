// The form that reports a post, as a dialog on the page. Without scripts, and if the form cannot be loaded, the link leads to a
// page with the same form.
// Targets in that page: .one-column with a form, or that says why the reader cannot report; .flash-text after it was sent
import { busy, ready } from './submit-once.js';
import { text } from './texts.js';
import { toast } from './toast.js';

const OK = 200;
const UNPROCESSABLE = 422;
const PREFIX = 'report-';

/** Opens the dialog of `link`; `start` starts the behaviours of its fields. */
export async function report(link, start) {
  const page = await load(link.href, {}).catch(() => undefined);
  const content = page?.document.querySelector('.one-column');
  if (page?.status !== OK || !content) {
    location.assign(link.href);
    return;
  }
  const dialog = document.createElement('dialog');
  dialog.className = 'report-dialog';
  dialog.setAttribute('aria-labelledby', `${PREFIX}title`);
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  dialog.addEventListener('submit', event => {
    event.preventDefault();
    send(dialog, event.target, start);
  });
  document.body.append(dialog);
  show(dialog, content, start);
  dialog.showModal();
}

/** Shows the form. Its ids get a prefix, because the page may have the same ones. */
function show(dialog, content, start) {
  const form = document.importNode(content, true);
  form.querySelector('h1').id = 'title';
  for (const element of form.querySelectorAll('[id], [for], [aria-describedby]')) {
    if (element.id) element.id = PREFIX + element.id;
    if (element.htmlFor) element.htmlFor = PREFIX + element.htmlFor;
    const described = element.getAttribute('aria-describedby');
    if (described) element.setAttribute('aria-describedby', described.replace(/(^|\s)(?=\S)/g, `$1${PREFIX}`));
  }
  const cancel = document.createElement('button');
  Object.assign(cancel, { type: 'button', className: 'btn btn-link', textContent: text('cancel') });
  cancel.addEventListener('click', () => dialog.close());
  (form.querySelector('form') ?? form).append(cancel);
  dialog.replaceChildren(form);
  start(dialog);
  dialog
    .querySelector('[aria-invalid="true"], .invalid-feedback.d-block')
    ?.closest('div, fieldset')
    ?.querySelector('input')
    ?.focus();
}

async function send(dialog, form, start) {
  busy(form);
  try {
    const page = await load(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const content = page.document.querySelector('.one-column');
    if (page.status === UNPROCESSABLE && content) {
      show(dialog, content, start);
      return;
    }
    const words = page.document.querySelector('.flash-text, .error-page p:not(.error-status)')?.textContent.trim();
    if (page.status !== OK) throw new Error(words);
    dialog.close();
    toast(words);
  } catch (problem) {
    toast(problem.message || text('failed'), { error: true });
  } finally {
    ready(form);
  }
}

async function load(url, options) {
  const response = await fetch(url, { credentials: 'same-origin', headers: { Accept: 'text/html' }, ...options });
  return {
    status: response.status,
    document: new DOMParser().parseFromString(await response.text(), 'text/html'),
  };
}
