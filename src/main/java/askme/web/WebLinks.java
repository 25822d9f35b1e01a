package askme.web;

import io.quarkus.qute.TemplateExtension;

/** Addresses of pages that no feature owns. */
@TemplateExtension(namespace = "to", priority = 5)
final class WebLinks {

    private WebLinks() {}

    /** This page in another language. */
    static String language(String language, String encodedPath) {
        return "/language/" + language + "?continue=" + encodedPath;
    }
}
