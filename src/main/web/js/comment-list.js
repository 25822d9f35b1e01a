// The list of comments below a post.

/** Inserts `item` at the place of its id, unless the page has it. Returns whether it was inserted. */
export function insertComment(list, item) {
  if (document.getElementById(item.id)) return false;
  const later = [...list.children].find(other => number(other) > number(item));
  list.insertBefore(item, later ?? null);
  return true;
}

function number(item) {
  return Number(item.dataset.commentId);
}
