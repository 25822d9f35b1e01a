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
    private final String end;

    private Outage(String service, String end) {
        this.service = service;
        this.end = end;
    }

    /** Shuts it down. */
    public static Outage of(String service) {
        ServicesConsole.send("/services/" + service + "/stop", "POST");
        return new Outage(service, "start");
    }

    /** Ends it as {@code kill -9} does. */
    public static Outage kill(String service) {
        ServicesConsole.send("/services/" + service + "/kill", "POST");
        return new Outage(service, "start");
    }

    /** Stops the process of Redis or the database as SIGSTOP does; {@link FaultySite} does this to all services. */
    public static Outage hang(String service) {
        ServicesConsole.send("/services/" + service + "/hang", "POST");
        return new Outage(service, "resume");
    }

    @Override
    public void close() {
        ServicesConsole.send("/services/" + service + "/" + end, "POST");
    }
}
