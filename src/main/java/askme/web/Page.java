package askme.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Responses that are pages with a status other than 200. */
public final class Page {

    private static final int UNPROCESSABLE = 422;

    private Page() {}

    /** The form again, with its errors and what was typed: status 422 (RFC 9110, 15.5.21). */
    public static Response unprocessable(TemplateInstance page) {
        return Response.status(UNPROCESSABLE)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .entity(page)
                .build();
    }
}
