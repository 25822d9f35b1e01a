// The Enter key in a one-line field of a long form does not send the form: it is too easily pressed by mistake.
export default function enterKey(form) {
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('input:not([type="checkbox"])')) event.preventDefault();
  });
}
