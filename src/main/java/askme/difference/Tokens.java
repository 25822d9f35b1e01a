package askme.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides a text into parts. The parts joined are the text again. */
public final class Tokens {

    /** Scripts that write words without blanks between them: each letter is a part. */
    private static final String WITHOUT_BLANKS =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    /** A word with its combining marks, a line break, other blanks, or one other character. */
    private static final Pattern WORD = Pattern.compile(
            "[" + WITHOUT_BLANKS + "]\\p{M}*+|[\\p{L}\\p{N}_&&[^" + WITHOUT_BLANKS + "]][\\p{L}\\p{N}\\p{M}_&&[^"
                    + WITHOUT_BLANKS + "]]*+|\\n|[^\\S\\n]++|.",
            Pattern.DOTALL);

    /** Ends of a sentence if a blank follows. */
    private static final String ENDS = ".!?…؟।";

    /** Ends of a sentence in scripts without blanks. */
    private static final String ENDS_AT_ONCE = "。！？";

    private Tokens() {}

    /** The words, line breaks, other blanks and single other characters. */
    public static List<String> words(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    /** The lines, each with its line break. */
    static List<String> lines(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            parts.add(text.substring(from, end + 1));
            from = end + 1;
        }
        return withRest(parts, text, from);
    }

    /** The sentences of each line, because Markdown often has a whole paragraph in one line. */
    static List<String> sentences(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || ENDS_AT_ONCE.indexOf(c) >= 0 || isLastBlankAfterSentence(text, i)) {
                parts.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        return withRest(parts, text, from);
    }

    private static boolean isLastBlankAfterSentence(String text, int at) {
        if (!isBlank(text.charAt(at)) || at == 0 || at + 1 == text.length() || isBlank(text.charAt(at + 1))) {
            return false;
        }
        int before = at - 1;
        while (before > 0 && isBlank(text.charAt(before))) {
            before--;
        }
        return ENDS.indexOf(text.charAt(before)) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }

    private static List<String> withRest(List<String> parts, String text, int from) {
        if (from < text.length()) {
            parts.add(text.substring(from));
        }
        return parts;
    }
}
