package askme.vote;

/**
 * The result of a vote, as the browser receives it.
 *
 * @param rating the post's new rating
 * @param vote the member's vote now: 1, -1, or 0 if it was undone
 */
public record VoteState(int rating, int vote) {}
