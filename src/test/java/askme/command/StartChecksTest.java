package askme.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartChecksTest {

    private static final String CACHE = "quarkus.redis.cache.hosts";
    private static final String JOBS = "quarkus.redis.jobs.hosts";
    private static final String SCHEDULE = "quarkus.redis.schedule.hosts";

    @ParameterizedTest
    @ValueSource(strings = {"web", "worker", "scheduler", "web,worker,scheduler", " Worker , WEB "})
    void anyCombinationOfRolesIsValid(String roles) {
        assertThat(StartChecks.rolesError(with(Map.of("askme.roles", roles)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ","})
    void emptyRolesAreRefused(String roles) {
        assertThat(StartChecks.rolesError(with(Map.of("askme.roles", roles))))
                .hasValueSatisfying(error -> assertThat(error).contains("ASKME_ROLES is empty", "scheduler"));
    }

    @Test
    void unknownRoleIsNamed() {
        assertThat(StartChecks.rolesError(with(Map.of("askme.roles", "web,wroker"))))
                .hasValueSatisfying(error -> assertThat(error).contains("[wroker]", "web, worker, scheduler"));
    }

    @Test
    void onlyWebRoleOpensTheHttpPort() {
        assertThat(StartChecks.isWeb(with(Map.of("askme.roles", "worker,scheduler"))))
                .isFalse();
        assertThat(StartChecks.isWeb(with(Map.of("askme.roles", "WEB,worker")))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "redis://a:6379/0, redis://a:6379/1, redis://a:6379/2",
        "redis://a, redis://b, redis://c",
        "redis://:p@a:6379/1, redis://a:6380/1, rediss://b/1",
    })
    void separateRedisDatabasesAreAccepted(String cache, String jobs, String schedule) {
        assertThat(shared(cache, jobs, schedule)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "redis://a:6379/1, redis://a:6379/1, redis://a:6379/2",
        "redis://a, redis://:secret@A:6379/0, redis://a/2",
        "redis://a/, redis://a/0, redis://b",
    })
    void sharedRedisIsNamedWithoutPassword(String cache, String jobs, String schedule) {
        assertThat(shared(cache, jobs, schedule))
                .contains("QUARKUS_REDIS_CACHE_HOSTS, QUARKUS_REDIS_JOBS_HOSTS", "a:6379/")
                .doesNotContain("SCHEDULE", "secret");
    }

    @Test
    void sharedRedisStopsOnlyProduction() {
        Map<String, String> keys = full();
        keys.put(CACHE, "redis://a/1");
        keys.put(JOBS, "redis://a/1");
        assertThat(Main.startError(with(keys), false, false))
                .hasValueSatisfying(error -> assertThat(error).contains("a separate Redis database"));
        assertThat(Main.startError(with(keys), false, true)).isEmpty();
    }

    @Test
    void commandNeedsNoRole() {
        Map<String, String> keys = full();
        keys.put("askme.roles", "");
        assertThat(Main.startError(with(keys), true, false)).isEmpty();
        assertThat(Main.startError(with(keys), false, false)).isPresent();
    }

    private static Map<String, String> full() {
        Map<String, String> keys = new HashMap<>();
        RequiredKeys.ALL.forEach(key -> keys.put(key, "something of " + key));
        keys.put("askme.roles", "web");
        return keys;
    }

    private static String shared(String cache, String jobs, String schedule) {
        return StartChecks.sharedRedisError(with(Map.of(CACHE, cache, JOBS, jobs, SCHEDULE, schedule)))
                .orElse("");
    }

    private static SmallRyeConfig with(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
