package askme.web.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Names the state of a post by its last edit. The form it is edited with brings the name back, so that nobody overwrites what
 * somebody else has written meanwhile and they have not seen.
 */
public final class EditVersion {

    private EditVersion() {}

    /** The name of the state that was written at {@code editedAt}, null where the post was never edited. */
    public static String of(Instant editedAt) {
        return editedAt == null ? "0" : Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, editedAt));
    }

    /**
     * Lets a form pass that was made of {@code now}, or that names no version: a program's.
     *
     * @param body the text as it stands, for whoever has to take it over
     * @throws Overtaken if it was made of another state
     */
    public static void require(String seen, Instant now, String body) {
        if (seen != null && !seen.isEmpty() && !seen.equals(of(now))) {
            throw new Overtaken(of(now), body);
        }
    }

    /** The post was changed after the form was opened; nothing was written. */
    public static final class Overtaken extends RuntimeException {

        private final String version;
        private final String body;

        Overtaken(String version, String body) {
            super("the post was changed after its form was opened", null, false, false);
            this.version = version;
            this.body = body;
        }

        /** The state that stands. */
        public String version() {
            return version;
        }

        /** Its text, Markdown as typed. */
        public String body() {
            return body;
        }
    }
}
