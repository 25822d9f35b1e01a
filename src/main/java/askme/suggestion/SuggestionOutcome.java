package askme.suggestion;

import askme.database.Row;

/**
 * The state of a suggested edit for an open page that shows it.
 *
 * @param outcome the stored name of its {@link SuggestionState}, or {@link #GONE}
 * @param by the nickname of the member who decided it; null if nobody did
 */
public record SuggestionOutcome(long edit, String outcome, String by) {

    /** It was removed, because its post was deleted. */
    public static final String GONE = "gone";

    static SuggestionOutcome of(Row row) {
        SuggestionState state = SuggestionState.of(row.text("state"));
        return new SuggestionOutcome(row.id("id"), state.stored(), state.withdrawn() ? null : row.text("decider"));
    }

    static SuggestionOutcome gone(long edit) {
        return new SuggestionOutcome(edit, GONE, null);
    }

    public boolean waits() {
        return outcome.equals(SuggestionState.WAITING.stored());
    }
}
