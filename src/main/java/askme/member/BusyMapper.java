package askme.member;

import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.http.Problem;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers {@link Busy} with status 503 and the time to try again. */
class BusyMapper {

    private static final int RETRY_AFTER_S = 5;

    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    @ServerExceptionMapper
    public Response unavailable(Busy busy, HttpServerRequest request) {
        Log.debug(busy.getMessage());
        Problem problem = Problem.of(503, "busy", messages.get().busy());
        return PageResponses.unavailable(problem, RETRY_AFTER_S, request);
    }
}
