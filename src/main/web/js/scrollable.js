/** Lets the keyboard scroll what is wider than the page: code and tables. */
export function reachScrollable(root) {
  for (const box of root.querySelectorAll('.markdown pre, .markdown table')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}
