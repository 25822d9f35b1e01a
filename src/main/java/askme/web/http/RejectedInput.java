package askme.web.http;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * A text of a refused form. The error page shows it, so that its author need not type it again.
 *
 * @param field the name of the form field
 */
@TemplateData
record RejectedInput(String field, String text) {

    /** Fields for long texts. Passwords must not be here, nor fields that browsers fill in. */
    private static final List<String> FIELDS = List.of("title", "text", "tags");

    /** As many characters as the forms show again: of the text, and of the other fields. */
    private static final int LONGEST = 200_000;

    private static final int LONGEST_LINE = 2_000;

    /** The texts of the current request's form, in the order of the form; empty if it has none. */
    static List<RejectedInput> ofRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null || request.getFormData() == null) {
            return List.of();
        }
        return FIELDS.stream().flatMap(field -> of(request, field)).toList();
    }

    private static Stream<RejectedInput> of(ResteasyReactiveRequestContext request, String field) {
        return request.getFormParameter(field, true, false) instanceof String text && !text.isBlank()
                ? Stream.of(new RejectedInput(field, start(field, text)))
                : Stream.empty();
    }

    private static String start(String field, String text) {
        return text.substring(0, Math.min(text.length(), "text".equals(field) ? LONGEST : LONGEST_LINE));
    }
}
