// Loaded before anything is painted: the theme the reader chose on this device, if they chose one. Kept out of the
// server, so that pages of guests stay the same for everyone and can be cached.
try {
  const chosen = localStorage.getItem('theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is switched off: the system's theme it is.
}
