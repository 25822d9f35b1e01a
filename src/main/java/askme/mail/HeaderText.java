package askme.mail;

/** Text of members on its way into a mail header. */
final class HeaderText {

    private HeaderText() {}

    /**
     * {@code text} as one line of at most {@code longest} characters (code points): line breaks, which would begin
     * another header (RFC 5322, 2.2), other control characters and bidirectional marks become spaces. Letters of any
     * script stay; the mail client encodes them (RFC 2047).
     */
    static String oneLine(String text, int longest) {
        String line = text.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
