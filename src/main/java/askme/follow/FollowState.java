package askme.follow;

import io.quarkus.qute.TemplateData;

/**
 * Whether a member follows something.
 *
 * @param followers how many members do, counted up to {@link Follows#MOST_COUNTED}
 */
@TemplateData
public record FollowState(boolean following, int followers) {

    /** The value that the button sends. */
    public boolean next() {
        return !following;
    }

    /** Whether there may be more followers. */
    public boolean more() {
        return followers >= Follows.MOST_COUNTED;
    }
}
