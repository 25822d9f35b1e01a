package askme.settings;

/** A value that a setting may not have. */
public final class InvalidValue extends Exception {

    /** The error of the value. */
    public enum Reason {
        NO_NUMBER,
        OUT_OF_BOUNDS,
        TOO_LONG,
        TOO_MANY,
        EMPTY,
        NOT_OFFERED,
        NO_COLOUR,
        NO_DOMAIN
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    InvalidValue(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
