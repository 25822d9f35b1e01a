package askme.text;

/** Text as somebody typed it into a form. */
public final class Typed {

    private Typed() {}

    /**
     * {@code text} with each end of line as one character, as the browser's {@code maxlength} counts it; a form sends it
     * as two (HTML, "constructing the entry list"). Null stays null.
     */
    public static String lines(String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }
}
