package askme.web.page;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The form that takes an act back, beside the message about it.
 *
 * @param path the local path of the opposite act
 * @param fields those that it sends
 */
@TemplateData
public record Undo(String path, List<Field> fields) {

    /** The cookie is not signed. With any value its button does one of these acts, which a member can undo. */
    private static final Pattern PATH =
            Pattern.compile("/(question|answer|comment|tag|member|moderation)/[^?#\\s\\\\]{1,200}");

    private static final Pattern FIELD = Pattern.compile("[a-z-]{1,20}");
    private static final int MOST_FIELDS = 3;

    /** A field of the form. The value has no line breaks. */
    @TemplateData
    public record Field(String name, String value) {}

    /** The opposite act has no field. */
    public static Undo by(String path) {
        return new Undo(path, List.of());
    }

    /** The opposite act has this field. */
    public static Undo by(String path, String field, String value) {
        return by(path).with(field, value);
    }

    /** The same with one more field. */
    public Undo with(String field, String value) {
        List<Field> all = new ArrayList<>(fields);
        all.add(new Field(field, value));
        return new Undo(path, List.copyOf(all));
    }

    /** The path, then names and values of the fields. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(path));
        fields.forEach(field -> lines.addAll(List.of(field.name, field.value)));
        return lines;
    }

    /** Null if the cookie was not written by this site. */
    static Undo ofLines(List<String> lines) {
        int size = lines.size();
        if (size % 2 == 0
                || size > 1 + 2 * MOST_FIELDS
                || !PATH.matcher(lines.get(0)).matches()) {
            return null;
        }
        Undo undo = by(lines.get(0));
        for (int i = 1; i < size; i += 2) {
            if (!FIELD.matcher(lines.get(i)).matches()) {
                return null;
            }
            undo = undo.with(lines.get(i), lines.get(i + 1));
        }
        return undo;
    }
}
