package askme.vote;

import askme.web.Problem;

/**
 * The body of a vote: {@code {"value": 1}} or {@code value=1}.
 *
 * @param value as sent; null where it was missing or no number
 */
public record VoteForm(Integer value) {

    /** 1 or -1; anything else ends the request with status 422. */
    public int checked() {
        if (value == null || (value != 1 && value != -1)) {
            throw new Problem.Raised(422, "bad-vote", "value must be 1 or -1");
        }
        return value;
    }

    /** The form a browser without JavaScript sends; null allowed. */
    public static VoteForm typed(String value) {
        return new VoteForm(value != null && value.matches("-?1") ? Integer.valueOf(value) : null);
    }
}
