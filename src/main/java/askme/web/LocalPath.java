package askme.web;

/** The {@code continue} parameter: a path of this site and nothing else, so that a link cannot send people away. */
public final class LocalPath {

    private LocalPath() {}

    /** {@code path} if it stays on this site, else "/"; null allowed. {@code //host} and {@code /\host} leave the site. */
    public static String of(String path) {
        if (path == null || path.length() > 2000 || !path.startsWith("/")) {
            return "/";
        }
        boolean leaves = path.startsWith("//") || path.indexOf('\\') >= 0;
        boolean control = path.chars().anyMatch(c -> c <= ' ' || c == 0x7f);
        return leaves || control ? "/" : path;
    }
}
