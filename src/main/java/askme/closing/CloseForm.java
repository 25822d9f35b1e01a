package askme.closing;

import askme.markdown.UserInput;
import io.quarkus.qute.TemplateData;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that closes a question.
 *
 * @param reason {@code duplicate}, {@code off-topic}, {@code unclear}, or the text of a reason of the site; without one, another question
 *     makes it a duplicate
 * @param of the number or the address of the other question of a duplicate
 */
@TemplateData
public record CloseForm(@RestForm String reason, @RestForm String of) {

    static final CloseForm EMPTY = new CloseForm("", "");

    public CloseForm {
        reason = reason == null ? "" : UserInput.line(reason);
        of = of == null ? "" : UserInput.line(of);
        reason = reason.isEmpty() && !of.isEmpty() ? CloseReason.DUPLICATE : reason;
    }
}
