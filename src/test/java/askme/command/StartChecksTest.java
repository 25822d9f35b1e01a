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
    void anyMixOfTheThreeRolesIsOne(String roles) {
        assertThat(StartChecks.rolesFault(with(Map.of("askme.roles", roles)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ","})
    void aProcessThatIsToDoNothingIsTold(String roles) {
        assertThat(StartChecks.rolesFault(with(Map.of("askme.roles", roles))))
                .hasValueSatisfying(fault -> assertThat(fault).contains("ASKME_ROLES is empty", "scheduler"));
    }

    @Test
    void aRoleThatIsNoneIsNamed() {
        assertThat(StartChecks.rolesFault(with(Map.of("askme.roles", "web,wroker"))))
                .hasValueSatisfying(fault -> assertThat(fault).contains("[wroker]", "web, worker, scheduler"));
    }

    @Test
    void onlyTheWebRoleOpensAPortForPeople() {
        assertThat(StartChecks.web(with(Map.of("askme.roles", "worker,scheduler"))))
                .isFalse();
        assertThat(StartChecks.web(with(Map.of("askme.roles", "WEB,worker")))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "redis://a:6379/0, redis://a:6379/1, redis://a:6379/2",
        "redis://a, redis://b, redis://c",
        "redis://:p@a:6379/1, redis://a:6380/1, rediss://b/1",
    })
    void threeNumbersOrThreeServersAreThreeDatabases(String cache, String jobs, String schedule) {
        assertThat(shared(cache, jobs, schedule)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "redis://a:6379/1, redis://a:6379/1, redis://a:6379/2",
        "redis://a, redis://:secret@A:6379/0, redis://a/2",
        "redis://a/, redis://a/0, redis://b",
    })
    void oneDatabaseForTwoDutiesIsNamedWithBothKeysAndWithoutThePassword(String cache, String jobs, String schedule) {
        assertThat(shared(cache, jobs, schedule))
                .contains("QUARKUS_REDIS_CACHE_HOSTS, QUARKUS_REDIS_JOBS_HOSTS", "a:6379/")
                .doesNotContain("SCHEDULE", "secret");
    }

    @Test
    void aSharedRedisStopsProductionAndIsOnlyToldInDevelopment() {
        Map<String, String> keys = full();
        keys.put(CACHE, "redis://a/1");
        keys.put(JOBS, "redis://a/1");
        assertThat(Main.fault(with(keys), false, false))
                .hasValueSatisfying(fault -> assertThat(fault).contains("a Redis database of their own"));
        assertThat(Main.fault(with(keys), false, true)).isEmpty();
    }

    @Test
    void aCommandNeedsNoRole() {
        Map<String, String> keys = full();
        keys.put("askme.roles", "");
        assertThat(Main.fault(with(keys), true, false)).isEmpty();
        assertThat(Main.fault(with(keys), false, false)).isPresent();
    }

    private static Map<String, String> full() {
        Map<String, String> keys = new HashMap<>();
        RequiredKeys.ALL.forEach(key -> keys.put(key, "something of " + key));
        keys.put("askme.roles", "web");
        return keys;
    }

    private static String shared(String cache, String jobs, String schedule) {
        return StartChecks.sharedRedis(with(Map.of(CACHE, cache, JOBS, jobs, SCHEDULE, schedule)))
                .orElse("");
    }

    private static SmallRyeConfig with(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
