package askme.embedded;

import askme.command.DevFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The services that must be embedded, because the configuration has no address for them.
 *
 * @param data the data directory, absolute
 * @param wanted the services without an address
 * @param secrets the configured secrets, which the services use too
 */
record ServicesOrder(Path data, Set<String> wanted, Map<String, String> secrets) {

    private static final Map<String, String> ADDRESS_OF = Map.of(
            "database", "quarkus.datasource.jdbc.url",
            "mail", "quarkus.mailer.host",
            "realtime", "askme.centrifugo.api-url");
    private static final Set<String> REDIS =
            Set.of("quarkus.redis.cache.hosts", "quarkus.redis.jobs.hosts", "quarkus.redis.schedule.hosts");
    private static final Set<String> SECRETS =
            Set.of("askme.secret", "askme.centrifugo.api-key", "askme.centrifugo.token-secret");

    /** @param config returns the value of a key; a blank value counts as not configured */
    static ServicesOrder of(Function<String, Optional<String>> config) {
        Function<String, Optional<String>> value = key -> config.apply(key).filter(text -> !text.isBlank());
        Path data = Path.of(value.apply("askme.data-dir").orElse(".askme"))
                .toAbsolutePath()
                .normalize();
        Set<String> wanted = new TreeSet<>();
        ADDRESS_OF.forEach((service, key) -> {
            if (value.apply(key).isEmpty()) {
                wanted.add(service);
            }
        });
        if (REDIS.stream().anyMatch(key -> value.apply(key).isEmpty())) {
            wanted.add("redis");
        }
        Map<String, String> secrets = new HashMap<>();
        SECRETS.forEach(key -> value.apply(key).ifPresent(secret -> secrets.put(key, secret)));
        return new ServicesOrder(data, wanted, secrets);
    }

    /** Starts the process of {@link ServicesMain} and does not wait for the services. */
    Process launch() throws IOException {
        String[] options = DevFlag.on("fresh") ? new String[] {"fresh"} : new String[0];
        return ServicesProcess.launch(data, wanted, secrets, options);
    }
}
