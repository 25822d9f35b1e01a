// The posts that wait at a question. After a moderator has decided, they are removed: a published post is shown by live.js.
//
// Targets: .held[data-item-id][data-author-id] with .markdown; for the author the new posts in #answers-section and .comments
export default function heldPosts(section) {
  const thread = section.closest('.thread');

  function remove(card) {
    card?.remove();
    if (!section.querySelector('.held')) section.hidden = true;
  }

  addEventListener('review', ({ detail }) => {
    if (detail.item && detail.outcome !== 'waiting') {
      remove(section.querySelector(`[data-item-id="${Number(detail.item)}"]`));
    }
  });

  /** Authors get no decisions of the queue: they see the post itself arrive. */
  function arrived(post) {
    if (!post.matches?.('.answer, .comment')) return;
    const same = card =>
      card.dataset.authorId === post.dataset.authorId &&
      post.textContent.includes(card.querySelector('.markdown').textContent.trim());
    remove([...section.querySelectorAll('.held')].find(same));
  }

  new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(arrived))).observe(thread, {
    childList: true,
    subtree: true,
  });
}
