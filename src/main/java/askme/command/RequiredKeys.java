package askme.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The addresses and secrets that no build has a default for. All that are missing are named at once, before anything
 * starts, instead of one a start by whichever extension stumbles first.
 */
final class RequiredKeys {

    static final List<String> ALL = List.of(
            "askme.base-url",
            "askme.secret",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.redis.cache.hosts",
            "quarkus.redis.jobs.hosts",
            "quarkus.redis.schedule.hosts",
            "quarkus.mailer.host",
            "quarkus.mailer.from",
            "askme.centrifugo.url",
            "askme.centrifugo.api-url",
            "askme.centrifugo.api-key",
            "askme.centrifugo.token-secret");

    private RequiredKeys() {}

    static List<String> missing(Config config) {
        return ALL.stream()
                .filter(key -> config.getOptionalValue(key, String.class)
                        .filter(value -> !value.isBlank())
                        .isEmpty())
                .toList();
    }

    static String message(List<String> missing) {
        return missing.stream()
                .map(key -> "  " + environmentVariable(key) + "  (" + key + ")")
                .collect(Collectors.joining(
                        "\n",
                        "AskMe cannot start. Set these keys, which have no default:\n",
                        "\nSee README.md, Configuration."));
    }

    /** The name of a key as an environment variable, by the rule of MicroProfile Config. */
    static String environmentVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
