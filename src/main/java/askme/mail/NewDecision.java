package askme.mail;

import io.quarkus.qute.TemplateData;

/**
 * A decision on a suggested edit whose mail is due.
 *
 * @param title the question's title
 * @param decider the nickname of the member who decided
 * @param state as stored: {@code taken}, {@code changed} or {@code declined}
 * @param reason why it was declined, or ""
 */
@TemplateData
record NewDecision(
        long suggestionId,
        long questionId,
        String title,
        String decider,
        String state,
        String reason,
        Recipient recipient) {

    public boolean declined() {
        return "declined".equals(state);
    }

    /** Whether it was taken with changes. */
    public boolean changed() {
        return "changed".equals(state);
    }
}
