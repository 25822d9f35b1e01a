package askme.member;

/** Too many requests do the same expensive work at the moment. A later attempt can succeed. */
public final class Busy extends RuntimeException {

    /** @param work that has too many requests, as a log names it: {@code passwords} */
    public Busy(String work) {
        super("too many requests at a time: " + work);
    }
}
