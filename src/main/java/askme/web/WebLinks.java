package askme.web;

import io.quarkus.qute.TemplateExtension;

/** Addresses of pages that no feature owns. */
@TemplateExtension(namespace = "to", priority = 5)
public final class WebLinks {

    /** Where the editor has its text rendered. */
    public static final String PREVIEW = "/text/preview";

    public static final String FAVICON = "/favicon.ico";

    /** A static file. */
    public static final String ICON = "/icon.svg";

    public static final String LANGUAGE = "/language/{language}";

    private WebLinks() {}

    static String preview() {
        return PREVIEW;
    }

    /** The page {@code back} in another language. */
    static String language(String language, String back) {
        return LocalPath.with(LocalPath.with(LANGUAGE, language) + "?continue={back}", back);
    }
}
