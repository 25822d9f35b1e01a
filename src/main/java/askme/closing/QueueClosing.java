package askme.closing;

import askme.markdown.UserInput;
import askme.member.MemberRef;
import askme.question.Question;
import askme.session.Rights;
import askme.web.http.ProblemException;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Closes questions for a moderator who decides in the review queue. */
@ApplicationScoped
public class QueueClosing {

    private static final int UNPROCESSABLE = 422;

    private final Closings closings;
    private final ClosingRules rules;

    QueueClosing(Closings closings, ClosingRules rules) {
        this.closings = closings;
        this.rules = rules;
    }

    /** The reasons of the site itself. */
    public List<String> ownReasons() {
        return rules.reasons().stream().map(UserInput::line).toList();
    }

    /**
     * Closes the question in a separate transaction. A question that is closed already stays so.
     *
     * @param reason as in {@link CloseForm}
     * @param of the other question of a duplicate
     * @throws ProblemException 422 without a valid reason
     */
    public void close(long id, String reason, String of, MemberRef moderator, Rights rights) {
        Question.require(id);
        FormErrors errors = FormErrors.none();
        CloseReason read = rules.reason(id, new CloseForm(reason, of), errors);
        if (errors.any()) {
            throw new ProblemException(
                    UNPROCESSABLE, "bad-decision", errors.of(errors.fields().get(0)));
        }
        closings.close(id, read, moderator, rights);
    }

    /** Opens it again in the transaction of the caller. */
    public void reopen(long id, MemberRef moderator, Rights rights) {
        closings.reopen(id, moderator, rights);
    }
}
