package askme.vote;

import askme.web.http.Problem;

/**
 * The body of a vote: {@code {"value": 1}}.
 *
 * @param value as sent, 1.5 too; null where it was missing
 */
public record VoteForm(Number value) {

    /** 1 or -1 of {@code form} (null allowed: an empty body); anything else ends the request with status 422. */
    public static int checked(VoteForm form) {
        if (form != null && form.value instanceof Integer value && Math.abs(value) == 1) {
            return value;
        }
        throw bad();
    }

    /** 1 or -1 of the form-encoded field that a browser without JavaScript sends; null allowed. */
    public static int typed(String value) {
        if (!"1".equals(value) && !"-1".equals(value)) {
            throw bad();
        }
        return Integer.parseInt(value);
    }

    private static Problem.Raised bad() {
        return new Problem.Raised(422, "bad-vote", "The value must be 1 or -1.");
    }
}
