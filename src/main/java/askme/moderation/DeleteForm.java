package askme.moderation;

import askme.markdown.UserInput;
import askme.web.http.ProblemException;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that deletes a post.
 *
 * @param reason one line, which the author reads if somebody else deletes the post; may be empty
 */
public record DeleteForm(
        @RestForm @CodePointLength(max = ModerationLog.LONGEST_REASON, message = "{askme.too-long}")
        String reason) {

    private static final int UNPROCESSABLE = 422;

    public DeleteForm {
        reason = reason == null ? "" : UserInput.line(reason);
    }

    /** The reason. If it is too long, an error page shows the text, and nothing is deleted. */
    public String checked(FormValidator check) {
        FormErrors errors = check.of(this);
        if (errors.any()) {
            throw new ProblemException(UNPROCESSABLE, "too-long", errors.of("reason"));
        }
        return reason;
    }
}
