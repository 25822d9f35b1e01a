package askme.closing;

import askme.markdown.UserInput;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that locks a post.
 *
 * @param reason one line, which all readers see
 */
@TemplateData
public record LockForm(
        @RestForm @NotBlank(message = "{askme.lock.required}") @CodePointLength(max = 200, message = "{askme.too-long}")
        String reason) {

    static final LockForm EMPTY = new LockForm("");

    public LockForm {
        reason = reason == null ? "" : UserInput.line(reason);
    }
}
