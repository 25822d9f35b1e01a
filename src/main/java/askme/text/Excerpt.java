package askme.text;

public final class Excerpt {
    private Excerpt() {}

    public static String of(String markdown, int max) {
        String s = markdown.replaceAll("\\s+", " ").strip();
        return s.length() <= max ? s : s.substring(0, max);
    }
}
