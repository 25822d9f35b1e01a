package askme.importing.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import askme.admin.WrongCounters;
import askme.importing.ImportFormat.Options;
import askme.importing.ImportReport;
import askme.importing.content.ContentImport;
import askme.importing.content.InterruptedDatabase;
import askme.support.MigratedSchema;
import askme.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small dump in an empty schema. */
class StackExchangeImportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static MigratedSchema schema;
    private static TestDatabase rows;
    private static final ImportReport DRY = new ImportReport(null);
    private static final List<ImportReport> REPORTS = new ArrayList<>();
    private static long rowsOfDryRun;
    private static int interruptions;

    /** First a dry run. Then the import, which is killed before every third commit and started again. */
    @BeforeAll
    static void importOnce() throws Exception {
        schema = MigratedSchema.empty("askme_import_once");
        rows = schema.reader();
        SmallDump.write(folder);
        run(schema.database(), 3, true);
        rowsOfDryRun = rows.of("SELECT (SELECT COUNT(*) FROM member) + (SELECT COUNT(*) FROM import_source)");
        boolean complete = false;
        while (!complete) {
            try {
                run(InterruptedDatabase.after(schema.database(), 2), 1, false);
                complete = true;
            } catch (SQLException e) {
                interruptions++;
            }
        }
    }

    @AfterAll
    static void close() {
        schema.close();
    }

    private static void run(AgroalDataSource database, int rowsABatch, boolean dry) throws IOException, SQLException {
        ImportReport report = dry ? DRY : new ImportReport(null);
        REPORTS.add(report);
        boolean complete = new ContentImport(database, CLOCK, "admin"::equals, rowsABatch)
                .run(
                        new StackExchangeSite(folder),
                        new Options(folder.toString(), "old", dry),
                        report,
                        new PrintStream(new ByteArrayOutputStream()));
        assertThat(complete).isTrue();
    }

    @Test
    void interruptedImportContinued() {
        assertThat(interruptions).isGreaterThan(10);
        assertThat(WrongCounters.of(schema.database())).isEmpty();
    }

    @Test
    void dryRunWritesNothing() {
        assertThat(rowsOfDryRun).isZero();
        assertThat(DRY.counted("questions")).isEqualTo(4);
        assertThat(DRY.counted("answers")).isEqualTo(4);
        assertThat(DRY.counted("comments")).isEqualTo(2);
        assertThat(DRY.examples("names that were changed")).hasSize(4);
    }

    @Test
    void membersHaveValidNamesAndNoPassword() {
        assertThat(rows.texts("SELECT nickname FROM member ORDER BY id"))
                .containsExactly("Community", "former-members", "Anna-Maria", "anna-maria-2", "admin-2", "member-5");
        assertThat(rows.of("SELECT COUNT(*) FROM member WHERE email IS NULL AND password_hash IS NULL"))
                .isEqualTo(6);
        assertThat(noted("names that were changed"))
                .contains("Users.xml line 4: Anna Maria is now Anna-Maria", "Users.xml line 8: ? is now member-5");
    }

    @Test
    void postsKeepTextsTagsAndOldIds() {
        assertThat(rows.texts("SELECT body FROM question WHERE title = 'How do I compare?'"))
                .containsExactly("How *so*?\n\n```\nx < y\n```");
        assertThat(rows.texts("SELECT tag_names FROM question ORDER BY id"))
                .containsExactly("java c++ a b c", "java", "java", "");
        assertThat(rows.texts("SELECT old_id FROM imported_question ORDER BY old_id"))
                .containsExactly("11", "14", "15", "24");
        assertThat(rows.texts("SELECT old_id FROM imported_answer ORDER BY old_id"))
                .containsExactly("12", "13", "16");
        assertThat(rows.of(
                        "SELECT a.id = q.accepted_answer_id AND a.accepted FROM imported_answer i JOIN answer a ON a.id = i.answer_id"
                                + " JOIN question q ON q.id = a.question_id WHERE i.old_id = 12"))
                .isEqualTo(1);
        assertThat(rows.texts("SELECT m.nickname FROM imported_answer i JOIN answer a ON a.id = i.answer_id"
                        + " JOIN member m ON m.id = a.author_id WHERE i.old_id = 13"))
                .containsExactly("former-members");
        assertThat(rows.texts("SELECT description FROM tag WHERE name = 'java'"))
                .containsExactly("A language");
        assertThat(rows.texts("SELECT body FROM tag_wiki")).containsExactly("Java is a language");
        assertThat(rows.texts("SELECT CONCAT_WS(' ', i.old_id, v.views, v.thousand_at) FROM question_views v"
                        + " JOIN imported_question i ON i.question_id = v.question_id"))
                .containsExactly("11 100", "14 1000 2026-01-01 00:00:00.000000");
    }

    @Test
    void ratingIsThatOfTheOldSite() {
        assertThat(rows.texts("SELECT rating FROM question ORDER BY id")).containsExactly("7", "1", "-3", "0");
        assertThat(rows.texts("SELECT imported_rating FROM imported_question ORDER BY old_id"))
                .containsExactly("6", "1", "-3", "0");
        assertThat(rows.texts("SELECT imported_rating FROM imported_answer ORDER BY old_id"))
                .containsExactly("6", "-2", "1");
        assertThat(rows.of("SELECT rating FROM member WHERE nickname = 'Anna-Maria'"))
                .isEqualTo(7);
        assertThat(rows.of("SELECT rating FROM comment WHERE rating > 0")).isEqualTo(3);
    }

    @Test
    void revisionsEndWithTheTextOfThePost() {
        assertThat(
                        rows.texts(
                                "SELECT CONCAT_WS('|', number, title, tag_names, body, reason) FROM question_revision ORDER BY number"))
                .containsExactly(
                        "1|How|java|How?|",
                        "2|How do I compare?|java|How?|better title",
                        "3|How do I compare?|java c++ a b c|How *so*?\n\n```\nx < y\n```|code");
        assertThat(rows.of("SELECT COUNT(*) FROM answer_revision")).isZero();
        assertThat(rows.of("SELECT revision FROM question WHERE revision > 0")).isEqualTo(3);
    }

    @Test
    void closedAndDeletedPostsAre() {
        assertThat(rows.texts("SELECT CONCAT_WS(' ', i.old_id, c.reason, d.old_id) FROM closed_question c"
                        + " JOIN imported_question i ON i.question_id = c.question_id"
                        + " LEFT JOIN imported_question d ON d.question_id = c.duplicate_of ORDER BY i.old_id"))
                .containsExactly("14 duplicate 11", "24 off-topic");
        assertThat(rows.texts("SELECT closed FROM question ORDER BY id")).containsExactly("0", "2", "0", "1");
        assertThat(rows.texts("SELECT hidden FROM question ORDER BY id")).containsExactly("0", "0", "1", "0");
        assertThat(rows.texts("SELECT hidden FROM answer ORDER BY id")).containsExactly("0", "0", "2");
        assertThat(rows.of("SELECT COUNT(*) FROM listed_question WHERE tag_id = 0"))
                .isEqualTo(3);
        assertThat(rows.of("SELECT COUNT(*) FROM search_question")).isEqualTo(3);
        assertThat(rows.of("SELECT COUNT(*) FROM search_answer")).isEqualTo(2);
        assertThat(rows.of("SELECT COUNT(*) FROM question_link WHERE answer_id = -1"))
                .isEqualTo(1);
        assertThat(rows.of("SELECT COUNT(*) FROM question_link WHERE answer_id = -2"))
                .isEqualTo(1);
    }

    @Test
    void everyFaultIsReportedWithItsLine() {
        assertThat(noted("broken rows"))
                .contains("Posts.xml line 15: the row is broken", "Posts.xml line 17: the file ends early");
        assertThat(noted("rows that were left out"))
                .contains(
                        "Users.xml line 7: CreationDate is no date",
                        "Posts.xml line 9: the dump does not have question 99",
                        "Posts.xml line 10: Title is missing",
                        "Posts.xml line 11: question 18 was left out",
                        "Comments.xml line 4: the dump does not have post 98",
                        "Votes.xml line 4: the member has voted for this post already",
                        "Votes.xml line 6: the voter is the author");
        assertThat(noted("unknown fields")).containsExactly("Users.xml line 5: Shoe");
        assertThat(noted("fields without a place here")).contains("Users.xml line 3: Reputation");
        assertThat(DRY.noted("badges, which this site awards by its own rules")).isEqualTo(1);
        assertThat(noted("tags that were left out of a question")).contains("Posts.xml line 5: d");
    }

    /** The notes of all runs. */
    private static Set<String> noted(String kind) {
        return REPORTS.stream().flatMap(one -> one.examples(kind).stream()).collect(Collectors.toSet());
    }

    @Test
    void secondRunChangesNothing() throws Exception {
        List<String> before = content(rows);
        run(schema.database(), 3, false);
        assertThat(content(rows)).isEqualTo(before);
    }

    private static List<String> content(TestDatabase database) {
        List<String> all = new ArrayList<>();
        for (String table : List.of(
                "member",
                "question",
                "answer",
                "comment",
                "question_vote",
                "answer_vote",
                "question_revision",
                "closed_question",
                "question_tag",
                "tag",
                "listed_question",
                "search_question",
                "question_link",
                "question_views",
                "imported_question")) {
            all.add(table + " " + database.of("SELECT COUNT(*) FROM " + table));
        }
        all.addAll(database.texts(
                "SELECT CONCAT_WS('|', id, nickname, rating, question_count, answer_count) FROM member ORDER BY id"));
        all.addAll(database.texts(
                "SELECT CONCAT_WS('|', id, title, body, rating, answer_count, comment_count, accepted_answer_id,"
                        + " version, revision) FROM question ORDER BY id"));
        all.addAll(database.texts(
                "SELECT CONCAT_WS('|', id, body, rating, comment_count, hidden, accepted) FROM answer ORDER BY id"));
        return all;
    }
}
