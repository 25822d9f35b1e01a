package askme.embedded;

import java.util.Map;

/**
 * One part the site needs that is started for development and tests where no address is configured. It listens on the
 * loopback interface only and keeps its port when it is stopped and started again, so that an outage can be played.
 */
public interface EmbeddedService {

    /** What the command line and the console call it: {@code database}, {@code redis}, {@code mail}, {@code realtime}. */
    String name();

    /** Starts it, or starts it again; returns when it answers. */
    void start() throws Exception;

    /** Ends it in good order; nothing happens if it is not running. */
    void stop() throws Exception;

    /** Ends it as a power failure would. */
    default void kill() throws Exception {
        stop();
    }

    /** The configuration that leads the application to it, by Quarkus key; asked for after the start. */
    Map<String, String> config();

    /** Its address as a person wants to see it. */
    String address();
}
