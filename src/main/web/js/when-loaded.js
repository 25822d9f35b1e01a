/** Runs `task` after the page has loaded, so that the connection does not delay the page. */
export function whenLoaded(task) {
  if (document.readyState === 'complete') task();
  else addEventListener('load', task, { once: true });
}
