package askme.suggestion;

import askme.web.LocalizedMessages;
import askme.web.http.Problem;
import askme.web.page.Flash;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Shows the suggested edit as it is now. */
class DecidedBeforeMapper {

    private final LocalizedMessages<SuggestionMessages> messages = LocalizedMessages.of(SuggestionMessages.class);

    @ServerExceptionMapper
    public Response changed(DecidedBefore changed, HttpServerRequest request) {
        if (Problem.wantedBy(request)) {
            return Problem.of(409, "decided", text(changed)).response();
        }
        return Flash.redirect(SuggestionLinks.suggestedEdit(changed.suggestion()), text(changed));
    }

    private String text(DecidedBefore changed) {
        return changed.decider() == null
                ? messages.get().changed_before()
                : messages.get().decided_before(changed.decider());
    }
}
