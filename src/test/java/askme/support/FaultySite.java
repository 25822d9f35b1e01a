package askme.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MXBean;
import javax.management.ObjectName;
import javax.management.StandardMBean;

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

    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();
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

        /** A firewall on the way drops the state of the open connections: they stay open and dead. */
        public void forget() {
            call("forget");
        }

        /** The number of open connections from the site. */
        public int connections() {
            return call("connections");
        }

        private int call(String command) {
            try {
                String[] types = {String.class.getName()};
                return (int) BEANS.invoke(bean(), "call", new Object[] {command}, types);
            } catch (JMException e) {
                throw new IllegalStateException("does the test run with the profile FaultySite?", e);
            }
        }

        private ObjectName bean() throws JMException {
            return new ObjectName("askme.test:type=FaultProxy,key=" + key);
        }
    }

    /** A proxy may belong to another class loader than the test, so it is called by the JVM's register of beans. */
    @MXBean
    public interface Control {
        int call(String command);
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
                register(part, command -> control(proxy, command));
                changed.put(part.key, port.replaceFirst(Integer.toString(proxy.port())));
            }
            return changed;
        }

        private static void register(Part part, Control control) {
            try {
                if (BEANS.isRegistered(part.bean())) {
                    BEANS.unregisterMBean(part.bean());
                }
                BEANS.registerMBean(new StandardMBean(control, Control.class, true), part.bean());
            } catch (JMException e) {
                throw new IllegalStateException(e);
            }
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
