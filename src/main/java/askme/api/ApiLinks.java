package askme.api;

import askme.web.ApiPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of the page about the API, and of its document. */
@TemplateExtension(namespace = "to", priority = 94)
final class ApiLinks {

    static final String PAGE = "/api";
    static final String DOCUMENT = "/openapi.json";

    private ApiLinks() {}

    static String api() {
        return PAGE + "/";
    }

    static String apiDocument() {
        return ApiPath.V1 + DOCUMENT;
    }
}
