// Sends a form with a chosen file without leaving the page: a form that comes back with errors would have lost the file.
// Without a file the form is sent as always.
// Value: data-next, the page after success
import { showError } from './field-errors.js';
import { busy, ready } from './submit-once.js';
import { text } from './texts.js';
import { toast } from './toast.js';

const REJECTED = 422;

export default function keepFile(form) {
  let sending = false;

  form.addEventListener('submit', async event => {
    const files = [...form.querySelectorAll('input[type="file"]')].flatMap(field => [...field.files]);
    if (files.length === 0) return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    busy(form);
    try {
      await send();
    } catch {
      toast(text('offline'), { error: true });
    } finally {
      sending = false;
      ready(form);
    }
  });

  async function send() {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new FormData(form),
      headers: { Accept: 'text/html' },
      redirect: 'manual',
    });
    if (response.type === 'opaqueredirect') location.assign(form.dataset.next);
    else if (response.status === REJECTED) showErrors(await response.text());
    else form.submit(); // The page of another error replaces this one.
  }

  function showErrors(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    for (const field of form.querySelectorAll('[id][name]')) {
      const rejected = page.getElementById(field.id);
      const message = page.getElementById(`${field.id}-error`)?.textContent.trim() ?? '';
      showError(field, rejected?.getAttribute('aria-invalid') === 'true' ? message : '');
    }
    form.querySelector('[aria-invalid="true"]')?.focus();
  }
}
