package askme.support;

/** A separate schema on the tests' server, so that its many rows do not affect other tests. */
public final class FilledDatabase extends SeparateSchema {

    public FilledDatabase() {
        super("askme_filled", false);
    }
}
