package askme.mail.smtp;

/** Makes a mail header's text from a member's text. */
public final class HeaderText {

    private HeaderText() {}

    /**
     * {@code text} as one line of at most {@code longest} characters (code points). Line breaks would begin another
     * header (RFC 5322, 2.2), so they become spaces, as do other control characters and bidirectional marks. Letters of
     * any script stay: {@link EncodedWords} encodes them.
     */
    public static String oneLine(String text, int longest) {
        String line = text.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
