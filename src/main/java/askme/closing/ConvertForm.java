package askme.closing;

import askme.markdown.UserInput;
import io.quarkus.qute.TemplateData;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that makes a comment of an answer.
 *
 * @param on the number or the address of another answer; empty for the question
 */
@TemplateData
public record ConvertForm(@RestForm String on) {

    static final ConvertForm EMPTY = new ConvertForm("");

    public ConvertForm {
        on = on == null ? "" : UserInput.line(on);
    }
}
