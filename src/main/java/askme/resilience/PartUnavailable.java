package askme.resilience;

/** A part of the site did not answer. Its {@link OutageLog} has the line, so nobody else logs it. */
public final class PartUnavailable extends RuntimeException {

    public PartUnavailable(Part part, Throwable cause) {
        super(part.label() + " unavailable: " + cause, cause);
    }
}
