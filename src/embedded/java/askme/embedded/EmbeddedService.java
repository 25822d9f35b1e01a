package askme.embedded;

import java.util.Map;

/**
 * A service that the site needs. It is started for development and tests if its address is not configured. It listens only
 * on the loopback interface. It keeps its port when it is stopped and started again, so that an outage can be simulated.
 */
public interface EmbeddedService {

    /** Its name on the command line and in the console: {@code database}, {@code redis}, {@code mail}, {@code realtime}. */
    String name();

    /** Starts it, also after a stop. Returns when it accepts requests. */
    void start() throws Exception;

    /** Stops it normally. Does nothing if it is not running. */
    void stop() throws Exception;

    /** Ends it as a power failure does. */
    default void kill() throws Exception {
        stop();
    }

    /** Stops its process without ending it: it keeps its connections and answers nothing. */
    default void hang() throws Exception {
        throw new UnsupportedOperationException(name() + " has no separate process");
    }

    /** Continues its process after {@link #hang}. */
    default void resume() throws Exception {
        throw new UnsupportedOperationException(name() + " has no separate process");
    }

    /** The configuration with which the application reaches it, by Quarkus key. Called after the start. */
    Map<String, String> config();

    /** Its address for display. */
    String address();
}
