package askme.review;

import askme.markdown.UserInput;
import askme.moderation.Outcome;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that decides an item.
 *
 * @param act the outcome that it makes
 * @param reason one line, which the author reads; may be empty
 */
public record DecisionForm(
        @RestForm @Pattern(regexp = "dismissed|deleted|suspended|swept", message = "{askme.report.reason}")
        String act,

        @RestForm @CodePointLength(max = 500, message = "{askme.too-long}")
        String reason) {

    public DecisionForm {
        act = UserInput.start(act);
        reason = reason == null ? "" : UserInput.line(reason);
    }

    Outcome outcome() {
        return Outcome.of(act).orElseThrow();
    }
}
