package askme.follow;

import askme.web.http.ProblemException;

/**
 * The JSON body of a request to follow or to mute. Without a value the state is changed.
 *
 * @param following null if it is missing
 * @param muted null if it is missing
 */
public record FollowForm(Boolean following, Boolean muted) {

    static final FollowForm EMPTY = new FollowForm(null, null);

    /** The value of a form field of a browser without JavaScript; null if it is missing. */
    static Boolean ofField(String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw new ProblemException(422, "bad-value", "The value must be true or false.");
        }
        return Boolean.valueOf(value);
    }
}
