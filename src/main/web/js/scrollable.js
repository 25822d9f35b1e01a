/** Makes code and tables that are wider than the page scrollable by keyboard. */
export function reachScrollable(root) {
  for (const box of root.querySelectorAll('.markdown pre, .markdown table')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}
