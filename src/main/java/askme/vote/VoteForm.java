package askme.vote;

import askme.web.http.ProblemException;

/**
 * The JSON body of a vote: {@code {"value": 1}}.
 *
 * @param value as sent, so 1.5 is possible; null if it is missing
 */
public record VoteForm(Number value) {

    /**
     * The vote in a JSON body, 1 or -1.
     *
     * @param form null for an empty body
     * @throws ProblemException with status 422 for any other value
     */
    public static int ofJson(VoteForm form) {
        if (form != null && form.value instanceof Integer value && Math.abs(value) == 1) {
            return value;
        }
        throw badVote();
    }

    /**
     * The vote in the form field of a browser without JavaScript, 1 or -1.
     *
     * @param value may be null
     * @throws ProblemException with status 422 for any other value
     */
    public static int ofField(String value) {
        if (!"1".equals(value) && !"-1".equals(value)) {
            throw badVote();
        }
        return Integer.parseInt(value);
    }

    /**
     * Refuses a vote against a post that can only be voted for.
     *
     * @throws ProblemException with status 422 for -1
     */
    public static void onlyUp(int value) {
        if (value != 1) {
            throw badVote();
        }
    }

    private static ProblemException badVote() {
        return new ProblemException(422, "bad-vote", "The value must be 1 or -1.");
    }
}
