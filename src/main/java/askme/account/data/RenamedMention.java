package askme.account.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which a mention of a member has another name. */
final class RenamedMention {

    private static final String LETTER = "[\\p{L}\\p{M}\\p{Nd}_-]";

    private RenamedMention() {}

    /** The text with {@code @after} instead of each {@code @before}, in any case. Longer names and addresses stay. */
    static String in(String text, String before, String after) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{Nd}@/.+%:=&?#-])@" + Pattern.quote(before) + "(?!" + LETTER
                                + "*[\\p{L}\\p{Nd}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement("@" + after));
    }
}
