package askme.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Checks of the configuration before anything starts: the roles of the process, and separate Redis databases. */
final class StartChecks {

    private static final String ROLES = "askme.roles";
    private static final Set<String> VALID_ROLES = Set.of("web", "worker", "scheduler");
    private static final List<String> REDIS =
            List.of("quarkus.redis.cache.hosts", "quarkus.redis.jobs.hosts", "quarkus.redis.schedule.hosts");
    private static final int REDIS_PORT = 6379;

    private StartChecks() {}

    /** The error in the configured roles; empty if they are valid. */
    static Optional<String> rolesError(Config config) {
        List<String> wrong = roles(config).stream()
                .filter(role -> !VALID_ROLES.contains(role))
                .toList();
        if (wrong.isEmpty() && !roles(config).isEmpty()) {
            return Optional.empty();
        }
        String what = wrong.isEmpty() ? "is empty" : "contains " + wrong;
        return Optional.of("AskMe cannot start: ASKME_ROLES " + what
                + ". Set it to any of web, worker, scheduler, separated by commas.");
    }

    /** Whether the process has the role web. Only then it opens the HTTP port. */
    static boolean isWeb(Config config) {
        return roles(config).contains("web");
    }

    private static List<String> roles(Config config) {
        return config.getOptionalValue(ROLES, String.class).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(role -> role.strip().toLowerCase(Locale.ROOT))
                .filter(role -> !role.isEmpty())
                .toList();
    }

    /**
     * The error if two of the three Redis keys name the same database; otherwise empty. Flushing the cache would delete the
     * jobs.
     */
    static Optional<String> sharedRedisError(Config config) {
        Map<String, List<String>> keysByDatabase = new TreeMap<>();
        for (String key : REDIS) {
            databases(config.getOptionalValue(key, String.class).orElse(""))
                    .distinct()
                    .forEach(database -> keysByDatabase
                            .computeIfAbsent(database, name -> new ArrayList<>())
                            .add(RequiredKeys.environmentVariable(key)));
        }
        String shared = keysByDatabase.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "  " + entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("\n"));
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The cache, the jobs and the schedule each need a separate Redis database, but these share one:\n"
                                + shared
                                + "\nGive each a different number (redis://host:6379/0, /1, /2) or server. See README.md, Configuration.");
    }

    /** The databases of a list of addresses, as host:port/number. Text that is no address is returned unchanged. */
    private static Stream<String> databases(String hosts) {
        return Arrays.stream(hosts.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(host -> {
                    try {
                        URI uri = URI.create(host);
                        return uri.getHost() == null ? host : database(uri);
                    } catch (IllegalArgumentException e) {
                        return host;
                    }
                });
    }

    private static String database(URI uri) {
        int port = uri.getPort() < 0 ? REDIS_PORT : uri.getPort();
        String number = uri.getPath().replaceAll("/+", "");
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port + "/" + (number.isEmpty() ? "0" : number);
    }
}
