package askme.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test profile: the site with a {@link FaultProxy} before each service that it uses. A test plays a fault with
 *
 * <pre>
 * try (FaultProxy.Active fault = FaultySite.CACHE.begin(FaultProxy.Fault.SWALLOWING)) {
 *     …
 * }
 * </pre>
 */
public final class FaultySite implements QuarkusTestProfile {

    public static final Part CACHE = new Part("quarkus.redis.cache.hosts");
    public static final Part JOBS = new Part("quarkus.redis.jobs.hosts");
    public static final Part SCHEDULE = new Part("quarkus.redis.schedule.hosts");
    public static final Part DATABASE = new Part("quarkus.datasource.jdbc.url");
    public static final Part MAIL = new Part("quarkus.mailer.port");
    public static final Part REALTIME = new Part("askme.centrifugo.api-url");

    /** All parts of the site. */
    public static final List<Part> PARTS = List.of(CACHE, JOBS, SCHEDULE, DATABASE, MAIL, REALTIME);

    private static final Pattern PORT = Pattern.compile("(?<=^|:)(\\d{4,5})(?=$|/)");

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Proxies.class));
    }

    /**
     * A service and the way to it.
     *
     * @param key the configuration key with its address
     */
    public record Part(String key) {

        /** Begins a fault, which lasts until the returned object is closed. */
        public FaultProxy.Active begin(FaultProxy.Fault fault) {
            call("set " + fault);
            return () -> call("set " + FaultProxy.Fault.NONE);
        }

        /** The service goes silent in each connection after a reply that contains {@code text}. */
        public FaultProxy.Active beginSilenceAfter(String text) {
            call("silence " + text);
            return () -> call("set " + FaultProxy.Fault.NONE);
        }

        /** A firewall on the way forgets the open connections: they stay open and dead. */
        public void forget() {
            call("forget");
        }

        /** The number of open connections from the site. */
        public int connections() {
            return call("connections");
        }

        /** A proxy may belong to another class loader, so only types of the JDK are shared. */
        @SuppressWarnings("unchecked")
        private int call(String command) {
            Object proxy = System.getProperties().get(property());
            if (proxy == null) {
                throw new IllegalStateException("the test does not run with the profile FaultySite");
            }
            return ((Function<String, Integer>) proxy).apply(command);
        }

        private String property() {
            return "askme.test.proxy." + key;
        }
    }

    /** Starts the proxies and changes the addresses. */
    public static final class Proxies implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            Map<String, String> services = RealServices.config();
            Map<String, String> changed = new HashMap<>();
            for (Part part : PARTS) {
                String address = services.get(part.key);
                Matcher port = PORT.matcher(address);
                if (!port.find()) {
                    throw new IllegalStateException("no port in " + part.key);
                }
                FaultProxy proxy = FaultProxy.before("127.0.0.1", Integer.parseInt(port.group()));
                Function<String, Integer> control = command -> control(proxy, command);
                System.getProperties().put(part.property(), control);
                changed.put(part.key, port.replaceFirst(Integer.toString(proxy.port())));
            }
            return changed;
        }

        private static int control(FaultProxy proxy, String command) {
            String[] words = command.split(" ", 2);
            switch (words[0]) {
                case "set" -> proxy.set(FaultProxy.Fault.valueOf(words[1]));
                case "silence" -> proxy.beginSilenceAfter(words[1]);
                case "forget" -> proxy.forget();
                default -> {
                    return proxy.connections();
                }
            }
            return 0;
        }

        /** Starts after the services, because it changes their addresses. */
        @Override
        public int order() {
            return 10;
        }

        @Override
        public void stop() {
            // The proxies end with this process. Another profile uses the services without them.
        }
    }
}
