package askme.picture.decoding;

/** A file that cannot become a picture of the site. */
public final class PictureRefused extends Exception {

    private final Fault fault;

    /** Why it cannot. */
    public enum Fault {
        TOO_LARGE,
        NOT_A_PICTURE,
        TOO_MANY_PIXELS
    }

    public PictureRefused(Fault fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
