// Asks for confirmation before a form is sent. Without scripts the form is sent at once.
// Value: data-confirm, the question
import { text } from './texts.js';

export default function confirm(form) {
  let sure = false;
  form.addEventListener('submit', async event => {
    if (sure) return;
    event.preventDefault();
    const { submitter } = event;
    if (!(await asked(form.dataset.confirm, submitter.textContent))) return;
    sure = true;
    form.requestSubmit(submitter);
  });
}

/** Resolves to true if the reader confirmed. Escape and "cancel" mean no. */
function asked(question, yes) {
  const dialog = document.createElement('dialog');
  dialog.className = 'confirm';
  const words = document.createElement('p');
  words.id = 'confirm-question';
  words.textContent = question;
  dialog.setAttribute('aria-labelledby', words.id);
  const actions = document.createElement('form');
  actions.method = 'dialog';
  actions.className = 'actions';
  actions.append(button(text('cancel'), 'btn btn-secondary', ''), button(yes, 'btn btn-danger', 'yes'));
  dialog.append(words, actions);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    }),
  );
}

function button(label, className, value) {
  const element = document.createElement('button');
  Object.assign(element, { className, value, textContent: label });
  return element;
}
