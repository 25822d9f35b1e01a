package askme.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedStartTest {

    @TempDir
    Path directory;

    @Test
    void messageHasTheLastLinesOfTheLog() throws Exception {
        Path log = Files.writeString(
                directory.resolve("services.log"),
                IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"))
                        + "\n\tat askme.Stack.trace(Stack.java:1)\n\t... 6 more");

        assertThat(ServicesProcess.failure("database: too slow", log).lines())
                .startsWith("The embedded services did not start: database: too slow", "Their log: " + log)
                .endsWith("line 99", "line 100")
                .contains("line 71")
                .doesNotContain("line 70");
    }

    @Test
    void failedTemporaryStartKeepsOnlyItsLog() throws Exception {
        Path data = directory.resolve("data");
        // A file replaces the directory of Redis, so both starts fail.
        Files.createDirectories(data);
        Files.createFile(data.resolve("redis"));

        assertThatThrownBy(() -> ServicesProcess.start(data, Set.of("redis"), Map.of(), "temporary"))
                .isInstanceOf(ServicesProcess.CannotStart.class)
                .hasMessageContaining(data.resolve("services.log").toString())
                .hasMessageContaining("redis did not start and is tried once more");
        try (var kept = Files.list(data)) {
            assertThat(kept).containsExactly(data.resolve("services.log"));
        }
    }

    @Test
    void serviceIsStartedAgainAfterOneFailure() throws Exception {
        Flaky service = new Flaky(1);
        ServiceStart.run(service);
        assertThat(service.starts).isEqualTo(2);
        assertThat(service.kills).isEqualTo(1);
    }

    @Test
    void secondFailureIsFinal() {
        Flaky service = new Flaky(2);
        assertThatThrownBy(() -> ServiceStart.run(service)).hasMessage("failure 2");
        assertThat(service.starts).isEqualTo(2);
    }

    private static final class Flaky implements EmbeddedService {

        private final int failures;
        private int starts;
        private int kills;

        Flaky(int failures) {
            this.failures = failures;
        }

        @Override
        public String name() {
            return "flaky";
        }

        @Override
        public void start() {
            starts++;
            if (starts <= failures) {
                throw new IllegalStateException("failure " + starts);
            }
        }

        @Override
        public void stop() {}

        @Override
        public void kill() {
            kills++;
        }

        @Override
        public Map<String, String> config() {
            return Map.of();
        }

        @Override
        public String address() {
            return "nowhere";
        }
    }
}
