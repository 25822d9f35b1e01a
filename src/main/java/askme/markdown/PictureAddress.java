package askme.markdown;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a picture that a member uploaded: the only pictures that a text shows. The size is a part of the name, so that a
 * page reserves the place without a query, and a text is rendered without knowing more than itself.
 *
 * @param id 32 hexadecimal digits
 * @param extension "jpg" or "png"
 */
public record PictureAddress(String id, int width, int height, String extension) {

    /** The path of all pictures. */
    public static final String FOLDER = "/picture/";

    /** A wider picture is made smaller when it is uploaded. */
    public static final int MOST_WIDTH = 2_000;

    /** A higher picture likewise. */
    public static final int MOST_HEIGHT = 9_999;

    /** The box of the small picture that a text shows as a link to the full one. */
    static final int SMALL_WIDTH = 800;

    static final int SMALL_HEIGHT = 600;

    private static final String SMALL = "-small";
    private static final String SIZE = "([0-9a-f]{32})-([1-9]\\d{0,2}|1\\d{3}|2000)x([1-9]\\d{0,3})";
    private static final Pattern NAME = Pattern.compile(SIZE + "\\.(jpg|png)");
    private static final Pattern IN_TEXT = Pattern.compile(FOLDER + "(" + SIZE + "\\.(?:jpg|png))");

    /** The addresses of full and of small pictures. */
    static final Pattern SHOWN = Pattern.compile(FOLDER + SIZE + "(?:" + SMALL + ")?\\.(?:jpg|png)");

    /** The picture with this name; empty if {@code name} is not the name of a full picture. */
    public static Optional<PictureAddress> ofName(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new PictureAddress(
                parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), parts.group(4)));
    }

    /** The picture at this address; empty if {@code url} is not the address of a full picture. */
    static Optional<PictureAddress> ofUrl(String url) {
        return url.startsWith(FOLDER) ? ofName(url.substring(FOLDER.length())) : Optional.empty();
    }

    /** Whether a picture, full or small, may have this name. */
    public static boolean isName(String name) {
        return SHOWN.matcher(FOLDER + name).matches();
    }

    /** The names of all pictures that {@code markdown} may show, in any notation. */
    public static Set<String> namedIn(String markdown) {
        if (!markdown.contains(FOLDER)) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher addresses = IN_TEXT.matcher(markdown);
        while (addresses.find()) {
            names.add(addresses.group(1));
        }
        return names;
    }

    public String name() {
        return id + "-" + width + "x" + height + "." + extension;
    }

    public String url() {
        return FOLDER + name();
    }

    /** Whether a text shows a smaller picture in its place. */
    public boolean hasSmall() {
        return width > SMALL_WIDTH || height > SMALL_HEIGHT;
    }

    /** The name of the picture that a text shows. */
    public String smallName() {
        return hasSmall() ? id + "-" + width + "x" + height + SMALL + "." + extension : name();
    }

    public int smallWidth() {
        return scaled(width);
    }

    public int smallHeight() {
        return scaled(height);
    }

    private int scaled(int side) {
        double scale = Math.min(1, Math.min((double) SMALL_WIDTH / width, (double) SMALL_HEIGHT / height));
        return Math.max(1, (int) Math.round(side * scale));
    }
}
