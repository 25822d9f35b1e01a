package askme.suggestion;

/** A suggested edit was decided, or changed by its proposer, after the member opened its page. Nothing was written. */
public final class DecidedBefore extends RuntimeException {

    private final long suggestion;
    private final String decider;

    DecidedBefore(Suggestion suggestion) {
        super("the suggested edit changed after its page was opened", null, false, false);
        this.suggestion = suggestion.id();
        this.decider =
                suggestion.decision() == null ? null : suggestion.decision().by();
    }

    /** The id of the suggested edit. */
    long suggestion() {
        return suggestion;
    }

    /** The nickname of the member who decided it; null if it was only changed. */
    String decider() {
        return decider;
    }
}
