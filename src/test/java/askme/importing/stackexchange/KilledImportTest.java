package askme.importing.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.admin.WrongCounters;
import askme.support.MigratedSchema;
import askme.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process of an import is killed again and again, at moments that a seed chooses. */
@Tag("full")
@Tag("crash")
class KilledImportTest {

    private static final int POSTS = 6000;
    private static final int KILLS = 8;
    private static final int LONGEST_MS = 400;
    private static final Duration START = Duration.ofMinutes(2);
    private static final String PROGRESS = "SELECT COALESCE(SUM(position), 0) FROM import_progress";

    @TempDir
    Path folder;

    @Test
    void killedImportContinuesAndLosesNothing() throws Exception {
        String dump = folder.toString();
        assertThat(java(List.of("bench/Dump.java", dump, String.valueOf(POSTS)))
                        .start()
                        .waitFor())
                .isZero();
        SplittableRandom random = new SplittableRandom(33);
        try (MigratedSchema schema = MigratedSchema.empty("askme_import_killed")) {
            List<String> program = new ArrayList<>(
                    List.of("-cp", System.getProperty("java.class.path"), ImportProgram.class.getName()));
            program.addAll(schema.account());
            program.add(dump);
            TestDatabase rows = schema.reader();
            for (int kill = 0; kill < KILLS; kill++) {
                long before = rows.of(PROGRESS);
                Process process = java(program).start();
                await().atMost(START).until(() -> rows.of(PROGRESS) > before || !process.isAlive());
                boolean ended = process.waitFor(random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS);
                assertThat(ended)
                        .as("the import ended before it was killed often enough")
                        .isFalse();
                process.destroyForcibly().waitFor();
            }
            assertThat(java(program).start().waitFor()).isZero();
            assertThat(rows.of("SELECT COUNT(*) FROM question") + rows.of("SELECT COUNT(*) FROM answer"))
                    .isEqualTo(POSTS);
            assertThat(rows.of("SELECT COUNT(*) FROM search_question") + rows.of("SELECT COUNT(*) FROM search_answer"))
                    .isEqualTo(POSTS);
            assertThat(rows.of("SELECT COUNT(*) FROM comment"))
                    .isEqualTo(rows.of("SELECT COUNT(*) FROM imported_comment"));
            assertThat(rows.of("SELECT COUNT(*) FROM import_source WHERE ended_at IS NOT NULL"))
                    .isEqualTo(1);
            assertThat(WrongCounters.of(schema.database())).isEmpty();
        }
    }

    private static ProcessBuilder java(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO();
    }
}
