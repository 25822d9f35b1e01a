package askme.web.page;

import io.quarkus.qute.TemplateData;
import java.util.regex.Pattern;

/**
 * The form that takes an act back, beside the message about it.
 *
 * @param path the local path of the opposite act
 * @param field the name of its field; "" for none
 * @param value the value of this field
 */
@TemplateData
public record Undo(String path, String field, String value) {

    /** The cookie is not signed. With any value its button does one of these acts, which a member can undo. */
    private static final Pattern PATH =
            Pattern.compile("/(question|answer|comment|tag|member|moderation)/[^?#\\s\\\\]{1,200}");

    private static final Pattern FIELD = Pattern.compile("[a-z-]{0,20}");

    /** The opposite act has no field. */
    public static Undo by(String path) {
        return new Undo(path, "", "");
    }

    /** Null if the cookie was not written by this site. */
    static Undo ofCookie(String path, String field, String value) {
        return PATH.matcher(path).matches() && FIELD.matcher(field).matches() ? new Undo(path, field, value) : null;
    }
}
