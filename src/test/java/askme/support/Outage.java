package askme.support;

/**
 * Stops a real service until the end of the block:
 *
 * <pre>
 * try (Outage redis = Outage.of(Outage.REDIS)) {
 *     …
 * }
 * </pre>
 *
 * It starts again at the same address; Redis and the database keep their data.
 */
public final class Outage implements AutoCloseable {

    public static final String DATABASE = "database";
    public static final String REDIS = "redis";
    public static final String MAIL = "mail";
    public static final String REALTIME = "realtime";

    private final String service;

    private Outage(String service) {
        this.service = service;
    }

    /** Shuts it down. */
    public static Outage of(String service) {
        ServicesConsole.send("/services/" + service + "/stop", "POST");
        return new Outage(service);
    }

    /** Ends it as {@code kill -9} does. */
    public static Outage kill(String service) {
        ServicesConsole.send("/services/" + service + "/kill", "POST");
        return new Outage(service);
    }

    @Override
    public void close() {
        ServicesConsole.send("/services/" + service + "/start", "POST");
    }
}
