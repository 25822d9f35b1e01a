package askme.provider;

/** A provider did not say who somebody is. The message is for the log. */
public final class ProviderFailure extends Exception {

    /** What happened. */
    public enum Reason {
        /** The provider does not answer, or answers with an error of its side. */
        UNAVAILABLE,
        /** The person did not agree. */
        DENIED,
        /** The answer is not to be trusted, or was used before. */
        REFUSED
    }

    private final Reason reason;

    ProviderFailure(Reason reason, String message) {
        this(reason, message, null);
    }

    ProviderFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
