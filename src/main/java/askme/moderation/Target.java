package askme.moderation;

import io.quarkus.qute.TemplateData;
import java.util.Locale;

/**
 * The object of an act.
 *
 * @param id 0 for the site
 */
@TemplateData
public record Target(Kind kind, long id) {

    /** The kinds of targets. The stored names are stable. */
    @TemplateData
    public enum Kind {
        QUESTION,
        ANSWER,
        COMMENT,
        MEMBER,
        TAG,
        SITE,

        /** A post that waits for a moderator. */
        HELD;

        public String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    public static Target question(long id) {
        return new Target(Kind.QUESTION, id);
    }

    public static Target answer(long id) {
        return new Target(Kind.ANSWER, id);
    }

    public static Target comment(long id) {
        return new Target(Kind.COMMENT, id);
    }

    public static Target member(long id) {
        return new Target(Kind.MEMBER, id);
    }

    public static Target tag(long id) {
        return new Target(Kind.TAG, id);
    }

    /** A held post. */
    public static Target held(long id) {
        return new Target(Kind.HELD, id);
    }

    public static Target site() {
        return new Target(Kind.SITE, 0);
    }
}
