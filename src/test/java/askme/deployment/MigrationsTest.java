package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * During a rollout the previous version works on the new schema, so a migration only adds. A later migration
 * removes a table or column when no process needs it any longer. Its comment gives the reason:
 * <pre>-- not needed by the version before: …</pre>
 */
class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path NEXT = Path.of("src/test/resources/next-version");
    private static final Pattern REASON = Pattern.compile("(?m)^-- not needed by the version before: \\S.{10,}");

    /** Merged before this test existed. A merged file never changes, because Flyway compares its checksum. */
    private static final Map<String, List<String>> BEFORE_THE_FIRST_RELEASE =
            Map.of("V6__sidebar.sql", List.of("drop key question_asked", "drop key answer_answered"));

    @Test
    void migrationsKeepThePreviousVersionRunning() throws IOException {
        Map<String, List<String>> breaking = new TreeMap<>();
        List<Path> read = new ArrayList<>();
        for (Path directory : List.of(MIGRATIONS, NEXT)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".sql")).forEach(read::add);
            }
        }
        for (Path file : read) {
            String sql = Files.readString(file);
            List<String> breaks = MigrationCompatibility.breaks(sql);
            if (!breaks.isEmpty() && !REASON.matcher(sql).find()) {
                breaking.put(file.getFileName().toString(), breaks);
            }
        }
        assertThat(read).hasSizeGreaterThan(7);
        assertThat(breaking).isEqualTo(BEFORE_THE_FIRST_RELEASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE tag",
                "RENAME TABLE tag TO label",
                "TRUNCATE TABLE outbox",
                "DELETE FROM outbox",
                "DROP INDEX member_best ON member",
                "CREATE UNIQUE INDEX question_once ON question (title)",
                "ALTER TABLE answer DROP COLUMN edited_at",
                "ALTER TABLE answer DROP edited_at",
                "ALTER TABLE answer\n  RENAME COLUMN body TO text",
                "ALTER TABLE answer RENAME TO reply",
                "ALTER TABLE answer CHANGE body text MEDIUMTEXT NOT NULL",
                "alter table `answer` modify body VARCHAR(200) NOT NULL",
                "ALTER TABLE answer ALTER COLUMN rating DROP DEFAULT",
                "ALTER TABLE answer ADD COLUMN length INT NOT NULL",
                "ALTER TABLE answer ADD length INT NOT NULL",
                "ALTER TABLE answer ADD COLUMN note VARCHAR(9) NULL, DROP COLUMN edited_at",
                "ALTER TABLE answer ADD UNIQUE KEY answer_once (question_id, author_id)",
                "ALTER TABLE answer ADD CONSTRAINT answer_short CHECK (rating < 100)",
                "ALTER TABLE question DROP KEY question_hot",
                "CREATE TABLE note (id BIGINT, answer_id BIGINT, FOREIGN KEY (answer_id) REFERENCES answer (id))",
                "INSERT INTO site_counter VALUES ('a', 1); -- and then\nDROP TABLE page_anchor"
            })
    void breakingStatementIsFound(String sql) {
        assertThat(MigrationCompatibility.breaks(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, UNIQUE KEY note_id (id))",
                "CREATE TABLE note (id BIGINT, FOREIGN KEY (id) REFERENCES answer (id) ON DELETE CASCADE)",
                "CREATE TABLE a (id BIGINT); CREATE TABLE b (id BIGINT REFERENCES a (id)); ALTER TABLE a DROP id",
                "ALTER TABLE answer ADD COLUMN note VARCHAR(9)",
                "ALTER TABLE answer ADD note VARCHAR(9) NULL, ADD KEY answer_note (note, id)",
                "ALTER TABLE answer ADD COLUMN length INT NOT NULL DEFAULT 0",
                "ALTER TABLE answer ADD COLUMN length INT GENERATED ALWAYS AS (CHAR_LENGTH(body)) STORED NOT NULL",
                "CREATE INDEX answer_rating ON answer (rating)",
                "UPDATE answer SET note = ''",
                "-- DROP TABLE answer\nINSERT INTO site_counter VALUES ('a', 1)"
            })
    void addingStatementIsAccepted(String sql) {
        assertThat(MigrationCompatibility.breaks(sql)).isEmpty();
    }
}
