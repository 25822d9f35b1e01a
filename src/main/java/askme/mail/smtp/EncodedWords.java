package askme.mail.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Encodes a header's text as encoded words (RFC 2047). The mail client's own encoder writes {@code ??} for every
 * character outside the basic plane, such as an emoji.
 */
public final class EncodedWords {

    private static final String BEGIN = "=?UTF-8?B?";
    private static final String END = "?=";

    /** The Base64 of 45 bytes, {@link #BEGIN} and {@link #END} fit into the 75 characters of a word (RFC 2047, 2). */
    private static final int BYTES = 45;

    private EncodedWords() {}

    /** {@code line} itself if it is printable ASCII, else encoded words, one on each line. {@code line} has no line break. */
    public static String of(String line) {
        if (line.chars().allMatch(c -> c >= ' ' && c <= '~') && !line.contains("=?")) {
            return line;
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int codePoint : line.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > BYTES) {
                words.add(encoded(word.toString()));
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += more;
        }
        words.add(encoded(word.toString()));
        return String.join("\n ", words); // The mail client writes each \n as CR LF.
    }

    private static String encoded(String text) {
        return BEGIN + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + END;
    }
}
