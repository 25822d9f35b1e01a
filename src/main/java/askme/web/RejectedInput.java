package askme.web;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * A field of a refused form. The page that refuses it shows its text, so that its author need not type it again.
 *
 * @param field the name of the form field
 */
@TemplateData
public record RejectedInput(String field, String text) {

    /** Fields for long texts. Passwords must not be here, nor fields that browsers fill in. */
    private static final List<String> TEXTS = List.of("title", "text", "tags");

    /** As many characters as the forms show again: of the text, and of the other fields. */
    private static final int LONGEST = 200_000;

    private static final int LONGEST_LINE = 2_000;

    /** Which state of a post is edited. Nobody reads it, but without it an edit could overwrite a newer one. */
    private static final String VERSION = "version";

    /** The fields of the current request's form, in the order of the form; empty if it has no text. */
    public static List<RejectedInput> ofRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null || request.getFormData() == null) {
            return List.of();
        }
        List<RejectedInput> texts =
                TEXTS.stream().flatMap(field -> of(request, field)).toList();
        return texts.isEmpty()
                ? texts
                : Stream.concat(texts.stream(), of(request, VERSION)).toList();
    }

    private static Stream<RejectedInput> of(ResteasyReactiveRequestContext request, String field) {
        return request.getFormParameter(field, true, false) instanceof String text && !text.isBlank()
                ? Stream.of(new RejectedInput(field, start(field, text)))
                : Stream.empty();
    }

    private static String start(String field, String text) {
        return text.substring(0, Math.min(text.length(), "text".equals(field) ? LONGEST : LONGEST_LINE));
    }

    /** Whether a reader sees the field. */
    public boolean shown() {
        return !field.equals(VERSION);
    }

    /** The size of a field that shows the text. */
    public int rows() {
        return field.equals("text") ? 10 : 1;
    }
}
