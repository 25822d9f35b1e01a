package askme.support;

/** A separate schema on the tests' server, without any rows. */
public final class EmptyDatabase extends SeparateSchema {

    public EmptyDatabase() {
        super("askme_empty", true);
    }
}
