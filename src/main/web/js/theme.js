// Applies the theme that the reader chose on this device, before the first paint. The server does not know it, so that
// pages for guests are the same for everyone and can be cached.
try {
  const chosen = localStorage.getItem('theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is switched off: the system's theme applies.
}
