package askme.review;

import askme.markdown.UserInput;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that declines a suggested edit.
 *
 * @param reason one line, which the proposer reads
 * @param seen the suggestion that the member saw, see {@link askme.suggestion.Suggestion#seen}
 */
@TemplateData
public record DeclineForm(
        @RestForm
        @NotBlank(message = "{askme.decline.required}")
        @CodePointLength(max = 200, message = "{askme.too-long}")
        String reason,

        @RestForm String seen) {

    static final DeclineForm EMPTY = new DeclineForm("", "");

    public DeclineForm {
        reason = reason == null ? "" : UserInput.line(reason);
        seen = UserInput.start(seen);
    }
}
