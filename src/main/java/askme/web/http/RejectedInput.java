package askme.web.http;

import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * A text that came with a request which is refused: the page that says so shows it, as nobody types a text twice.
 *
 * @param field the form's name for it
 */
record RejectedInput(String field, String text) {

    /** What people write at length. Not passwords, and nothing a browser fills in by itself. */
    private static final List<String> FIELDS = List.of("title", "text", "tags");

    /** The texts of this request's form, in the order of the form; empty where there are none. */
    static List<RejectedInput> now() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null || request.getFormData() == null) {
            return List.of();
        }
        return FIELDS.stream().flatMap(field -> of(request, field)).toList();
    }

    private static Stream<RejectedInput> of(ResteasyReactiveRequestContext request, String field) {
        return request.getFormParameter(field, true, false) instanceof String text && !text.isBlank()
                ? Stream.of(new RejectedInput(field, text))
                : Stream.empty();
    }
}
