// The reader's theme on this device: the system's, light or dark. theme.js applies it before the first paint.
// Values: data-label, data-auto, data-light, data-dark (texts)

const THEMES = ['auto', 'light', 'dark'];

export default function themeSwitch(button) {
  const root = document.documentElement;
  const current = () => root.dataset.theme ?? 'auto';
  const name = () => {
    button.textContent = `${button.dataset.label}: ${button.dataset[current()]}`;
  };

  button.addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length];
    if (next === 'auto') {
      delete root.dataset.theme;
      localStorage.removeItem('theme');
    } else {
      root.dataset.theme = next;
      localStorage.setItem('theme', next);
    }
    name();
  });
  name();
  button.hidden = false;
}
