package askme.suggestion;

/** A suggested edit was decided, or changed by its proposer, after the member opened its page. Nothing was written. */
public final class DecidedBefore extends RuntimeException {

    private final long suggestion;

    DecidedBefore(long suggestion) {
        super("the suggested edit changed after its page was opened", null, false, false);
        this.suggestion = suggestion;
    }

    /** The id of the suggested edit. */
    long suggestion() {
        return suggestion;
    }
}
