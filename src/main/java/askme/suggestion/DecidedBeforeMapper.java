package askme.suggestion;

import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Shows the suggested edit as it is now. */
class DecidedBeforeMapper {

    private final LocalizedMessages<SuggestionMessages> messages = LocalizedMessages.of(SuggestionMessages.class);

    @ServerExceptionMapper
    public Response changed(DecidedBefore changed) {
        return Flash.redirect(
                SuggestionLinks.suggestedEdit(changed.suggestion()),
                messages.get().changed_before());
    }
}
