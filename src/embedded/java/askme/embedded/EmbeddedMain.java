package askme.embedded;

import askme.command.Main;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The start of a build that holds the embedded services: whatever has no address configured is started, its address
 * becomes a system property, and the application's own main follows. A live reload comes by here again and finds the
 * services running.
 */
@QuarkusMain(name = "embedded")
public final class EmbeddedMain {

    private static final String RUNNING = "embedded.console";

    private static final String BASE_URL = "askme.base-url";

    /** A start that failed in dev mode leaves Quarkus on its port and comes by again after the next change. */
    private static final String PORTS_FOUND = "embedded.ports-found";

    private static final List<String> PORTS = List.of("quarkus.http.port", "quarkus.management.port");

    public static void main(String... args) {
        if (System.getProperty(RUNNING) == null) {
            try {
                start(ConfigUtils.configBuilder().build(), args.length > 0);
            } catch (ServicesProcess.CannotStart | HttpPort.Taken | IOException e) {
                System.err.println(e.getMessage());
                System.exit(1);
            }
        }
        Main.develop(args);
    }

    private static void start(SmallRyeConfig config, boolean command)
            throws IOException, ServicesProcess.CannotStart, HttpPort.Taken {
        ServicesOrder order = ServicesOrder.of(key -> config.getOptionalValue(key, String.class));
        if (!command && System.getProperty(PORTS_FOUND) == null) {
            System.setProperty(PORTS_FOUND, "yes");
            for (String port : PORTS) {
                System.setProperty(port, Integer.toString(HttpPort.free(config, port)));
            }
        }
        Map<String, String> found = services(order, command);
        found.put("askme.data-dir", order.data().toString());
        found.put(BASE_URL, "http://localhost:" + System.getProperty("quarkus.http.port", "8080"));
        found.put("quarkus.mailer.from", "AskMe <askme@localhost>");
        // Generated passwords and an open inbox are for this machine alone.
        found.put("quarkus.http.host", "127.0.0.1");
        found.forEach((key, address) -> {
            if (value(config, key).isEmpty()) {
                System.setProperty(key, address);
            }
        });
        if (!command) {
            announce(found, site(config, found));
        }
    }

    /** The services' configuration; a command joins the services of a running site instead of starting its own. */
    private static Map<String, String> services(ServicesOrder order, boolean command)
            throws IOException, ServicesProcess.CannotStart {
        try {
            Process early = EarlyStart.takeOver();
            return ServicesProcess.join(early == null ? order.launch() : early, order.data());
        } catch (ServicesProcess.Busy busy) {
            if (!command) {
                throw new ServicesProcess.CannotStart(
                        "AskMe is already running with the data in " + order.data()
                                + ".\nStop it, or give this start a directory of its own: ASKME_DATA_DIR or -Daskme.data-dir=DIRECTORY");
            }
            Properties addresses = new Properties();
            try (InputStream in = Files.newInputStream(order.data().resolve(ServicesMain.ADDRESSES))) {
                addresses.load(in);
            }
            Map<String, String> running = new HashMap<>();
            addresses.forEach((key, value) -> running.put(key.toString(), value.toString()));
            return running;
        }
    }

    /** Where people find the site: as configured, in whatever way, else where it was put. */
    static String site(SmallRyeConfig config, Map<String, String> found) {
        return value(config, BASE_URL).orElse(found.get(BASE_URL));
    }

    private static void announce(Map<String, String> found, String site) {
        System.out.println("AskMe     " + site + "/");
        System.out.println("Mail      " + found.get("embedded.console") + "/");
        for (String service : new String[] {"database", "redis", "realtime"}) {
            String address = found.get("embedded.address." + service);
            System.out.printf(
                    "%-10s%s%n",
                    Character.toUpperCase(service.charAt(0)) + service.substring(1),
                    address == null ? "as configured" : address);
        }
    }

    private static Optional<String> value(SmallRyeConfig config, String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
