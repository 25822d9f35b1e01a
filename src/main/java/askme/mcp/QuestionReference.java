package askme.mcp;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How assistants name a question: by its id, or by an address that somebody copied from the site. */
final class QuestionReference {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://[^/?#]+)?/question/(\\d{1,18})(?:[/?#].*)?");

    private QuestionReference() {}

    /** The id; empty if {@code typed} names no question. */
    static OptionalLong id(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (ID.matcher(text).matches()) {
            return OptionalLong.of(Long.parseLong(text));
        }
        Matcher address = ADDRESS.matcher(text);
        return address.matches() ? OptionalLong.of(Long.parseLong(address.group(1))) : OptionalLong.empty();
    }
}
