package askme.look;

import askme.web.LocalPath;

/** The addresses of what makes the look. Each has its version in its name, so its content never changes. */
final class LookLinks {

    static final String STYLE = "/look/style/{colour}";
    static final String ICON = "/look/icon/{colour}";
    static final String ICON_PNG = "/look/icon/{colour}/{size}";
    static final String PICTURE = "/look/picture/{name}";

    private LookLinks() {}

    static String style(String colour) {
        return LocalPath.with(STYLE, hex(colour));
    }

    static String icon(String colour) {
        return LocalPath.with(ICON, hex(colour));
    }

    static String icon(String colour, int size) {
        return LocalPath.with(LocalPath.with(ICON_PNG, hex(colour)), size);
    }

    static String picture(String name) {
        return LocalPath.with(PICTURE, name);
    }

    private static String hex(String colour) {
        return colour.substring(1);
    }
}
