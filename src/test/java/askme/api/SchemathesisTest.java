package askme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.SecondProcess;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Schemathesis sends requests that fit the document and such that do not, to each operation. No response may be a server error, have another
 * status than the document names, or differ from its schema. {@code -Dapi.examples=200} for a longer run, {@code -Dapi.seed=7} to repeat one.
 */
@QuarkusTest
@Tag("full")
@Tag("api")
class SchemathesisTest {

    private static final String VERSION = "4.32.5"; // also in bin/setup
    private static final int EXAMPLES = Integer.getInteger("api.examples", 40);
    private static final long SEED = Long.getLong("api.seed", 1);
    private static final int MINUTES = 15;

    @Inject
    TestDatabase database;

    @Test
    void guestsFindNoFault() throws Exception {
        run("guest", null);
    }

    @Test
    void readingTokenFindsNoFault() throws Exception {
        run("read", ApiClient.makeToken(Visitor.member("reader"), "read"), "unsupported_method");
    }

    @Test
    void writingTokenFindsNoFault() throws Exception {
        run("write", ApiClient.makeToken(Visitor.member("writer"), "write"), "unsupported_method");
    }

    @Test
    void readingAndWritingTokenFindsNoFault() throws Exception {
        Visitor member = Visitor.member("both");
        database.change("UPDATE member SET rating = 5000 WHERE nickname = ?", member.nickname());
        run("both", ApiClient.makeToken(member, "read", "write"));
    }

    @Test
    void moderatingTokenFindsNoFault() throws Exception {
        Visitor member = Visitor.member("moderator");
        database.change("UPDATE member SET moderator = 1 WHERE nickname = ?", member.nickname());
        run("moderate", ApiClient.makeToken(member, "read", "write", "moderate"));
    }

    /**
     * Runs all checks but one. No schema can say which cursor belongs to which list, which version a post has now, or whether a text has a
     * visible character, so a request that fits the schema may be refused.
     *
     * @param token null for a guest
     * @param without checks that do not apply: a token without the scope of a method is refused before the method is
     */
    private static void run(String name, String token, String... without) throws IOException, InterruptedException {
        Path program = program().orElse(null);
        assumeTrue(program != null, "no schemathesis here; bin/setup --api installs it");
        String site = "http://localhost:" + SecondProcess.door() + "/api/v1";
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--config-file",
                "src/test/resources/askme/api/schemathesis.toml",
                "run",
                "src/main/resources" + ApiDocument.FILE,
                "--url",
                site,
                "--max-examples",
                String.valueOf(EXAMPLES),
                "--seed",
                String.valueOf(SEED),
                "--checks",
                "all",
                "--no-color"));
        List<String> excluded = new ArrayList<>(List.of(without));
        excluded.add("positive_data_acceptance");
        command.addAll(List.of("--exclude-checks", String.join(",", excluded)));
        if (token != null) {
            command.addAll(List.of("-H", "Authorization: Bearer " + token));
        }
        Path output = Path.of("target/schemathesis-" + name + ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Optional<Path> program() {
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .orElse(System.getProperty("user.home") + "/.cache");
        return Optional.of(Path.of(cache, "askme-schemathesis-" + VERSION, "bin", "schemathesis"))
                .filter(Files::isExecutable);
    }
}
