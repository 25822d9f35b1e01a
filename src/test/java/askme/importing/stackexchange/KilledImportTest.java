package askme.importing.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import askme.admin.WrongCounters;
import askme.support.MigratedSchema;
import askme.support.TestDatabase;
import java.nio.file.Path;
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

    private static final int POSTS = 3000;
    private static final int MOST_RUNS = 60;
    private static final int SHORTEST_MS = 1000;
    private static final int LONGEST_MS = 6000;

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
        int kills = 0;
        try (MigratedSchema schema = MigratedSchema.empty("askme_import_killed")) {
            List<String> program = new ArrayList<>(
                    List.of("-cp", System.getProperty("java.class.path"), ImportProgram.class.getName()));
            program.addAll(schema.account());
            program.add(dump);
            boolean ended = false;
            for (int run = 0; run < MOST_RUNS && !ended; run++) {
                Process process = java(program).start();
                ended = process.waitFor(random.nextInt(SHORTEST_MS, LONGEST_MS), TimeUnit.MILLISECONDS);
                if (ended) {
                    assertThat(process.exitValue()).isZero();
                } else {
                    process.destroyForcibly().waitFor();
                    kills++;
                }
            }
            assertThat(ended).isTrue();
            assertThat(kills).isGreaterThan(2);
            TestDatabase rows = schema.reader();
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
