package askme.web;

import io.quarkus.qute.TemplateExtension;

/** Addresses of pages that no feature owns. */
@TemplateExtension(namespace = "to", priority = 5)
public final class WebLinks {

    /** Where the editor has its text rendered. */
    public static final String PREVIEW = "/text/preview";

    private WebLinks() {}

    static String preview() {
        return PREVIEW;
    }

    /** This page in another language. */
    static String language(String language, String encodedPath) {
        return "/language/" + language + "?continue=" + encodedPath;
    }
}
