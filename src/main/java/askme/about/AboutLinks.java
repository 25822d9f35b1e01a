package askme.about;

import io.quarkus.qute.TemplateExtension;

/** The addresses of the pages about the site. */
@TemplateExtension(namespace = "to", priority = 41)
final class AboutLinks {

    static final String ABOUT = "/about";
    static final String RULES = "/rules";
    static final String PRIVACY = "/privacy";
    static final String CONTACT = "/contact";

    private AboutLinks() {}

    /** @param page one of the names above, without the slash */
    static String aboutPage(String page) {
        return "/" + page + "/";
    }
}
