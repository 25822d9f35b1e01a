package askme.member;

import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
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
        return PageResponses.unavailable("busy", messages.get().busy(), RETRY_AFTER_S, request);
    }
}
