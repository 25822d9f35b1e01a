/** Makes code, tables and quoted posts that are larger than their box scrollable by keyboard. */
export function reachScrollable(root) {
  for (const box of root.querySelectorAll('.markdown pre, .markdown table, .item-text')) {
    if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
  }
}
