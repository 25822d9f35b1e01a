package askme.vote;

/**
 * What a vote led to, as the browser is told.
 *
 * @param rating the post's new rating
 * @param vote the member's vote now: 1, -1, or 0 after an undo
 */
public record VoteState(int rating, int vote) {}
