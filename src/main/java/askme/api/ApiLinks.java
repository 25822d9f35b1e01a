package askme.api;

import io.quarkus.qute.TemplateExtension;

/** The address of the page about the API. */
@TemplateExtension(namespace = "to", priority = 85)
final class ApiLinks {

    static final String GUIDE = "/api";

    private ApiLinks() {}

    static String apiGuide() {
        return GUIDE + "/";
    }
}
