package askme.api;

import askme.web.page.ListKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list, as clients send it back. They must not read it: a later version may write it in another way.
 */
public final class Cursor {

    private static final int LONGEST = 400;
    private static final char END = ' ';

    private Cursor() {}

    /** The cursor after {@code place} of the list with this name; null if {@code place} is. */
    public static String of(String list, Object place) {
        return place == null
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((list + END + place).getBytes(StandardCharsets.UTF_8));
    }

    /** The place; empty if {@code cursor} is not one of this list. */
    public static Optional<String> place(String list, String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith(list + END) ? Optional.of(text.substring(list.length() + 1)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key in a list that is paged by key; empty as above. */
    public static Optional<ListKey> key(String list, String cursor) {
        return place(list, cursor)
                .map(place -> place.isEmpty() ? ListKey.TOP : ListKey.of(place))
                .filter(key -> !key.equals(ListKey.TOP));
    }
}
