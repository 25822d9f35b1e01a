package askme.moderation;

import askme.markdown.UserInput;
import askme.member.Member;
import askme.web.page.Undo;
import java.time.DateTimeException;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The button that lifts a suspension, and the one that takes this back.
 *
 * @param suspended on or off
 * @param until the end of the suspension, as ISO 8601; "" without an end
 * @param reason one line, which the member reads
 */
public record SuspensionForm(
        @RestForm String suspended,
        @RestForm String until,
        @RestForm String reason) {

    static final String FIELD = "suspended";
    private static final int LONGEST = 500;

    public SuspensionForm {
        suspended = UserInput.start(suspended);
        until = until == null ? "" : UserInput.start(until);
        reason = reason == null ? "" : UserInput.line(reason);
    }

    /** The form that suspends the member as before. */
    static Undo again(String path, Member member) {
        Instant end = member.suspendedUntil;
        return Undo.by(path, FIELD, "on")
                .with("until", end == null ? "" : end.toString())
                .with("reason", member.suspensionReason);
    }

    boolean suspends() {
        return "on".equals(suspended);
    }

    /** Null without an end. The button sends what the site wrote, so another text is no error to explain. */
    Instant end() {
        try {
            return until.isEmpty() ? null : Instant.parse(until);
        } catch (DateTimeException e) {
            return null;
        }
    }

    String shortReason() {
        return reason.codePointCount(0, reason.length()) <= LONGEST
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST));
    }
}
