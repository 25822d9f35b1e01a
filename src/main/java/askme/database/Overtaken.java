package askme.database;

/** A concurrent change made what the transaction has read untrue. It is tried again from its beginning, as after a deadlock. */
public final class Overtaken extends RuntimeException {

    public Overtaken(String message) {
        super(message);
    }
}
