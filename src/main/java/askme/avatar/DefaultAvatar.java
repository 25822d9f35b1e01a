package askme.avatar;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** The avatar of a member who uploaded none: the initial on a colour that is computed from the nickname. */
final class DefaultAvatar {

    private static final int HUES = 360;
    private static final float SATURATION = 0.62f;

    /** Dark enough for white letters at 4.5:1 in every hue (WCAG 1.4.3). */
    private static final float BRIGHTNESS = 0.46f;

    private DefaultAvatar() {}

    /** The avatar as SVG. It has no style and no script, as the Content-Security-Policy would block them. */
    static String svg(String nickname) {
        String initial = new String(Character.toChars(nickname.codePointAt(0))).toUpperCase(Locale.ROOT);
        return drawing(colour(nickname), escaped(initial));
    }

    /** An SVG in place of a picture that no longer exists. */
    static String missing() {
        return drawing("#6b7280", "?");
    }

    private static String drawing(String colour, String letter) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" width=\"256\" height=\"256\">"
                + "<rect width=\"64\" height=\"64\" fill=\"" + colour + "\"/>"
                + "<text x=\"32\" y=\"43\" text-anchor=\"middle\" font-family=\"system-ui, sans-serif\""
                + " font-size=\"32\" font-weight=\"600\" fill=\"#fff\">" + letter + "</text></svg>";
    }

    /** {@code text} as the text of an element. No nickname needs it today, but other programs may have written the table. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String colour(String nickname) {
        CRC32 sum = new CRC32();
        sum.update(nickname.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        float hue = (float) (sum.getValue() % HUES) / HUES;
        int rgb = Color.HSBtoRGB(hue, SATURATION, BRIGHTNESS) & 0xffffff;
        return String.format("#%06x", rgb);
    }
}
