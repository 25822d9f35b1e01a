package askme.web;

import io.quarkus.qute.TemplateExtension;

/** Paths of pages that belong to no feature. */
@TemplateExtension(namespace = "to", priority = 5)
public final class WebLinks {

    /** Renders the text of the editor as a preview. */
    public static final String PREVIEW = "/text/preview";

    public static final String FAVICON = "/favicon.ico";

    /** A static file. */
    public static final String ICON = "/icon.svg";

    public static final String MANIFEST = "/site.webmanifest";

    public static final String SEARCH_DESCRIPTION = "/opensearch.xml";

    public static final String LANGUAGE = "/language/{language}";

    private WebLinks() {}

    static String manifest() {
        return MANIFEST;
    }

    static String searchDescription() {
        return SEARCH_DESCRIPTION;
    }

    static String preview() {
        return PREVIEW;
    }

    /** Sets the language and returns to the page {@code back}. */
    static String language(String language, String back) {
        return LocalPath.with(LocalPath.with(LANGUAGE, language) + "?continue={back}", back);
    }
}
