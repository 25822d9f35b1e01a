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

/** What can be told of a configuration before anything starts: roles that are none, Redis databases that are one. */
final class StartChecks {

    private static final String ROLES = "askme.roles";
    private static final Set<String> KNOWN = Set.of("web", "worker", "scheduler");
    private static final List<String> REDIS =
            List.of("quarkus.redis.cache.hosts", "quarkus.redis.jobs.hosts", "quarkus.redis.schedule.hosts");
    private static final int REDIS_PORT = 6379;

    private StartChecks() {}

    /** Why these roles are no roles; empty where they are. */
    static Optional<String> rolesFault(Config config) {
        List<String> wrong =
                roles(config).stream().filter(role -> !KNOWN.contains(role)).toList();
        if (wrong.isEmpty() && !roles(config).isEmpty()) {
            return Optional.empty();
        }
        String what = wrong.isEmpty() ? "is empty" : "contains " + wrong;
        return Optional.of("AskMe cannot start: ASKME_ROLES " + what
                + ". Set it to any of web, worker, scheduler, separated by commas.");
    }

    /** Whether this process answers people; one that does not opens no port for them. */
    static boolean web(Config config) {
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
     * Which of the three Redis keys lead to one and the same database; empty where none do. Emptying the cache would
     * empty the queue.
     */
    static Optional<String> sharedRedis(Config config) {
        Map<String, List<String>> keysByDatabase = new TreeMap<>();
        for (String key : REDIS) {
            databases(config.getOptionalValue(key, String.class).orElse(""))
                    .distinct()
                    .forEach(database -> keysByDatabase
                            .computeIfAbsent(database, none -> new ArrayList<>())
                            .add(RequiredKeys.environmentVariable(key)));
        }
        String shared = keysByDatabase.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "  " + entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("\n"));
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The cache, the jobs and the schedule each need a Redis database of their own, but these share one:\n"
                                + shared
                                + "\nGive each a different number (redis://host:6379/0, /1, /2) or server. See README.md, Configuration.");
    }

    /** The databases of a list of addresses as host:port/number; what is no address stands for itself. */
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
