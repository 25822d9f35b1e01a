// The errors of a form's fields. An error disappears as soon as its field is corrected.

document.addEventListener('input', ({ target }) => {
  if (target.getAttribute?.('aria-invalid') === 'true') showError(target, '');
});

/** Shows `message` beside `field`, or no error if it is empty. */
export function showError(field, message) {
  const wrong = message !== '';
  field.classList.toggle('is-invalid', wrong);
  if (wrong) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  const place = document.getElementById(`${field.id}-error`);
  if (place) place.textContent = message;
  const summary = field.form?.querySelector('.check-fields');
  if (summary && !field.form.querySelector('[aria-invalid="true"]')) summary.hidden = true;
}
