package askme.web.http;

import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.RejectedInput;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Responses that are pages with a status other than 200. */
public final class PageResponses {

    private static final String EXTERNAL = "askme.external-redirect";
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int NOT_FOUND = 404;
    private static final LocalizedMessages<Messages> MSG = LocalizedMessages.of(Messages.class);

    private PageResponses() {}

    @CheckedTemplate(basePath = "web")
    static class Views {
        static native TemplateInstance error(int status, String title, String detail, List<RejectedInput> rejected);
    }

    /** An error in the site's layout. It shows the texts of the refused form, so that they are not lost. */
    public static Response error(Problem problem) {
        int status = problem.status();
        String title = status == NOT_FOUND ? MSG.get().not_found() : MSG.get().went_wrong();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .entity(Views.error(status, title, problem.detail(), RejectedInput.ofRequest()))
                .build();
    }

    /** The problem of status 503 with {@code Retry-After}, as a page with the texts of the refused form or as a problem object. */
    public static Response unavailable(Problem problem, int retryAfterS, HttpServerRequest request) {
        return Response.fromResponse(Problem.wantedBy(request) ? problem.response() : error(problem))
                .header("Retry-After", retryAfterS)
                .build();
    }

    /** The form with its errors and the typed input: status 422 (RFC 9110, 15.5.21). */
    public static Response unprocessable(TemplateInstance page) {
        return form(UNPROCESSABLE, page);
    }

    /** The form, because its post was edited after the form was opened: status 409 (RFC 9110, 15.5.10). */
    public static Response conflict(TemplateInstance page) {
        return form(CONFLICT, page);
    }

    /** Redirects to another site. {@link ResponseHeaders} removes the host from all other redirects. */
    public static Response external(URI address, RoutingContext routing) {
        routing.put(EXTERNAL, address.toASCIIString());
        return Response.seeOther(address).header("Cache-Control", "no-store").build();
    }

    static boolean isExternal(RoutingContext routing, String location) {
        return location.equals(routing.get(EXTERNAL));
    }

    private static Response form(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .entity(page)
                .build();
    }
}
