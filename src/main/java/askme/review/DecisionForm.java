package askme.review;

import askme.markdown.UserInput;
import askme.moderation.ModerationMessages;
import askme.moderation.Outcome;
import askme.moderation.ReviewItems;
import askme.moderation.Target;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that decides an item.
 *
 * @param act the outcome that it makes
 * @param reason one line, which the author reads; may be empty
 * @param close why a question is closed, as in the form that closes it
 * @param of the other question of a duplicate
 */
public record DecisionForm(
        @RestForm
        @Pattern(
                regexp = "dismissed|deleted|suspended|swept|published|refused|closed",
                message = "{askme.report.reason}")
        String act,

        @RestForm @CodePointLength(max = 500, message = "{askme.too-long}")
        String reason,

        @RestForm String close,
        @RestForm String of) {

    private static final int UNPROCESSABLE = 422;
    private static final LocalizedMessages<ModerationMessages> MESSAGES =
            LocalizedMessages.of(ModerationMessages.class);

    public DecisionForm {
        act = act == null ? "" : UserInput.start(act);
        reason = reason == null ? "" : UserInput.line(reason);
        close = UserInput.start(close);
        of = UserInput.start(of);
    }

    /** Refuses an act that does not fit the item, and a refusal without a reason. */
    void requireFor(ReviewItems.Item item) {
        boolean ofHeld = outcome() == Outcome.PUBLISHED || outcome() == Outcome.REFUSED;
        boolean ofPosts = outcome() == Outcome.DISMISSED || outcome() == Outcome.DELETED;
        boolean closesOther =
                outcome() == Outcome.CLOSED && item.post().target().kind() != Target.Kind.QUESTION;
        if (closesOther || (Decisions.isHeld(item) ? ofPosts : ofHeld)) {
            throw new ProblemException(
                    UNPROCESSABLE, "bad-decision", MESSAGES.get().wrong_decision());
        }
        if (outcome() == Outcome.REFUSED && reason.isBlank()) {
            throw new ProblemException(
                    UNPROCESSABLE, "bad-decision", MESSAGES.get().refuse_reason_needed());
        }
    }

    Outcome outcome() {
        return Outcome.of(act).orElseThrow();
    }
}
