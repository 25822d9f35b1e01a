package askme.export;

import static org.assertj.core.api.Assertions.assertThat;

import askme.admin.WrongCounters;
import askme.importing.ImportReport;
import askme.importing.stackexchange.ImportedDump;
import askme.support.MigratedSchema;
import askme.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site with every kind of row is exported, read into an empty site, and exported again. */
class RoundTripTest {

    private static final String PICTURE = "0123456789abcdef0123456789abcdef";
    private static final String OF_DELETED_POST = "fedcba9876543210fedcba9876543210-900x700.png";

    /** Rows that the dump does not bring. */
    private static final List<String> ROWS = List.of(
            "UPDATE member SET email = 'a@example.org', password_hash = '$argon2id$x', avatar = '" + PICTURE
                    + ".jpg', admin = 1,"
                    + " language = 'ru', time_zone = 'Europe/Berlin' WHERE nickname = 'Anna-Maria'",
            "UPDATE member SET suspended = 1, suspended_until = '2030-01-01', suspension_reason = 'Spam' WHERE nickname = 'bob'",
            "INSERT INTO former_nickname SELECT 'old-anna', id FROM member WHERE nickname = 'Anna-Maria'",
            "INSERT INTO tag_synonym SELECT 'jdk', id FROM tag WHERE name = 'java'",
            "INSERT INTO comment_mention SELECT c.id, m.id, m.nickname, NULL FROM comment c JOIN member m ORDER BY c.id, m.id LIMIT 1",
            "UPDATE comment SET mention_count = 1 ORDER BY id LIMIT 1",
            "INSERT INTO comment_vote SELECT id, author_id + 1, '2020-01-01 10:00:00.123456' FROM comment ORDER BY id LIMIT 1",
            "UPDATE comment c SET rating = rating + (SELECT COUNT(*) FROM comment_vote v WHERE v.comment_id = c.id)",
            "INSERT INTO answer_revision (answer_id, number, editor_id, body, begun_at, written_at)"
                    + " SELECT id, 1, author_id, 'Before', '2020-01-01', '2020-01-02' FROM answer ORDER BY id LIMIT 1",
            "INSERT INTO edit_suggestion (question_id, author_id, proposer_id, title, tag_names, body, post_version, proposed_at)"
                    + " SELECT id, author_id, author_id, title, tag_names, 'Другой 😀', '1', '2020-01-01' FROM question ORDER BY id LIMIT 1",
            "INSERT INTO close_vote SELECT question_id, 'close', 1, reason, NULL, NULL, closed_at FROM closed_question ORDER BY 1 LIMIT 1",
            "INSERT INTO question_lock SELECT id, author_id, '2020-01-01', 'Heat' FROM question ORDER BY id LIMIT 1",
            "UPDATE question SET version = version + (1 << 58) ORDER BY id LIMIT 1",
            "INSERT INTO answer_lock SELECT id, author_id, '2020-01-01', 'Heat' FROM answer ORDER BY id LIMIT 1",
            "UPDATE answer SET locked = 1 ORDER BY id LIMIT 1",
            "INSERT INTO question_follow SELECT id, author_id, NULL, 1, '2020-01-01' FROM question ORDER BY id LIMIT 2",
            "INSERT INTO tag_follow SELECT id, 1, '2020-01-01' FROM tag ORDER BY id LIMIT 2",
            "INSERT INTO member_follow SELECT id, 1, '2020-01-01' FROM member ORDER BY id LIMIT 2",
            "INSERT INTO saved_question SELECT author_id, id, 'note', '2020-01-01' FROM question ORDER BY id LIMIT 2",
            "INSERT INTO mail_choice SELECT id, 'answer', 'never' FROM member ORDER BY id LIMIT 1",
            "INSERT INTO picture (name, member_id, bytes, uploaded_at, checked_at)" + " SELECT '" + PICTURE
                    + "-900x700.png', id, 7, '2020-01-01', '2020-01-01' FROM member ORDER BY id LIMIT 1",
            "INSERT INTO picture (name, member_id, bytes, uploaded_at, checked_at) VALUES ('" + OF_DELETED_POST
                    + "', NULL, 7, '2020-01-01', '2020-01-01')",
            "INSERT INTO picture_use SELECT '" + OF_DELETED_POST + "', 'question', id FROM question WHERE hidden = 1",
            "INSERT INTO picture_use SELECT '" + PICTURE
                    + "-900x700.png', 'question', id FROM question ORDER BY id LIMIT 1",
            "INSERT INTO member_badge (badge, member_id, earned_at) SELECT 'student', id, '2020-01-01' FROM member ORDER BY id LIMIT 1",
            "INSERT INTO badge_total (badge, members) VALUES ('student', 1)",
            "INSERT INTO setting (name, language, value, changed_by, changed_at) VALUES ('site.tagline', 'ru', 'Вопросы', 1, '2020-01-01'),"
                    + " ('look.icon', '', '" + PICTURE + ".png', NULL, '2020-01-01')",
            "INSERT INTO moderation_log (acted_at, actor_id, act, target_kind, target_id) VALUES ('2020-01-01', 1, 'close', 'question', 1)",
            "INSERT INTO review_item (id, post_kind, post_id, question_id, author_id, opened_at, reports)"
                    + " VALUES (5, 'question', 1, 1, 1, '2020-01-01', 1)",
            "INSERT INTO report (item_id, post_kind, post_id, reporter_id, reason, reported_at) VALUES (5, 'question', 1, 1, 'spam', '2020-01-01')",
            "INSERT INTO post_sweep (item_id, member_id, by_id, started_at) VALUES (5, 1, 1, '2020-01-01')",
            "INSERT INTO swept_post VALUES (1, 1, 0)",
            "INSERT INTO member_profile SELECT id, 'Words', '', 'she' FROM member ORDER BY id LIMIT 1",
            "INSERT INTO tag_revision (tag_id, number, editor_id, description, body, begun_at, written_at)"
                    + " SELECT id, 1, 1, 'A language', 'Words', '2020-01-01', '2020-01-02' FROM tag ORDER BY id LIMIT 1",
            "INSERT INTO deleted_comment (comment_id, question_id, author_id, body, posted_at, voters, deleted_by, deleted_at)"
                    + " VALUES (999999, 1, 1, 'Rude', '2020-01-01', '2,3', 1, '2020-01-02')",
            "INSERT INTO held_post (kind, author_id, title, tag_names, body, held_at)"
                    + " VALUES ('question', 1, 'Casino?', 'java', 'Casino', '2020-01-01')",
            "INSERT INTO review_item (post_kind, post_id, question_id, author_id, opened_at)"
                    + " SELECT 'held', id, question_id, author_id, held_at FROM held_post");

    @TempDir
    static Path folder;

    private static MigratedSchema schema;
    private static TestDatabase rows;
    private static FolderPictures pictures;
    private static Map<String, String> first;

    @BeforeAll
    static void exportOnce() throws Exception {
        schema = MigratedSchema.empty("askme_export");
        rows = schema.reader();
        pictures = new FolderPictures(Files.createDirectory(folder.resolve("storage")));
        ImportedDump.into(schema.database(), Files.createDirectory(folder.resolve("dump")));
        ROWS.forEach(rows::change);
        for (String name : List.of(".jpg", ".png", "-180.png", "-900x700.png", "-900x700-small.png")) {
            pictures.save(PICTURE + name, name.getBytes());
        }
        pictures.save(OF_DELETED_POST, new byte[] {7});
        assertThat(WrongCounters.of(schema.database())).isEmpty();
        export("public", true);
        export("first", false);
        first = content("first");
    }

    @AfterAll
    static void close() {
        schema.close();
    }

    private static void export(String name, boolean open) throws Exception {
        new SiteExport(schema.database(), pictures, open).write(folder.resolve(name));
    }

    private static Map<String, String> content(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.walk(folder.resolve(name))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.resolve(name).relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void secondExportHasTheSameBytes() throws Exception {
        emptySite();
        SiteImport site = new SiteImport(schema.database(), pictures);
        assertThat(site.refusal(folder.resolve("first"))).isNull();
        site.run(folder.resolve("first"), false, new ImportReport(null));
        export("second", false);
        assertThat(content("second")).isEqualTo(first);
        assertThat(WrongCounters.of(schema.database())).isEmpty();
        assertThat(rows.of("SELECT COUNT(*) FROM search_question")).isEqualTo(3);
        assertThat(rows.of("SELECT COUNT(*) FROM listed_question WHERE tag_id = 0"))
                .isEqualTo(3);
        assertThat(site.refusal(folder.resolve("first"))).contains("has members");
        assertThat(site.refusal(folder.resolve("public"))).contains("public");
        assertThat(site.refusal(folder)).contains("no export");
    }

    /** The rows of a site without members stay: counters and the progress of tasks. */
    private static void emptySite() throws SQLException {
        Set<String> kept = Set.of("flyway_schema_history", "site_counter", "badge_progress");
        try (Connection connection = schema.database().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET foreign_key_checks = 0");
            for (String table : tables()) {
                if (!kept.contains(table) && !table.endsWith("_progress")) {
                    sql.execute("DELETE FROM " + table);
                }
            }
            sql.execute("DELETE FROM import_progress");
            sql.execute("SET foreign_key_checks = 1");
        }
    }

    private static List<String> tables() {
        return rows.texts(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'askme_export' AND table_type = 'BASE TABLE'");
    }

    @Test
    void everyKindOfRowIsInTheFiles() {
        assertThat(first)
                .containsKeys(
                        "site.json",
                        "pictures/" + PICTURE + ".jpg",
                        "pictures/" + PICTURE + "-180.png",
                        "pictures/" + PICTURE + "-900x700-small.png",
                        "pictures/" + OF_DELETED_POST);
        assertThat(ExportTables.ALL).allSatisfy(table -> assertThat(first.get(table.file() + ".jsonl"))
                .as(table.file())
                .isNotBlank());
        assertThat(first.get("questions.jsonl"))
                .contains("\"title\":\"How do I compare?\"")
                .contains("\"asked_at\":\"2011-01-01T10:00:00.000000Z\"");
    }

    @Test
    void everyTableIsExportedOrLeftOutForAReason() {
        Set<String> known = new HashSet<>(ExportTables.LEFT_OUT.keySet());
        ExportTables.ALL.forEach(
                table -> assertThat(known.add(table.table())).as(table.table()).isTrue());
        assertThat(known).containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void onlyTheOwnerReadsTheFiles() throws IOException {
        try (var all = Files.walk(folder.resolve("first"))) {
            assertThat(all.toList())
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void publicExportHasNoSecrets() throws IOException {
        Map<String, String> files = content("public");
        assertThat(files.keySet())
                .contains("pictures/" + PICTURE + "-900x700.png", "members.jsonl", "questions.jsonl", "answers.jsonl")
                .doesNotContain(
                        "pictures/" + OF_DELETED_POST,
                        "question-votes.jsonl",
                        "reports.jsonl",
                        "saved-questions.jsonl",
                        "settings.jsonl",
                        "deleted-posts.jsonl");
        assertThat(String.join("", files.values()))
                .doesNotContain("a@example.org", "argon2", "Buy this", "Europe/Berlin", "suspended");
        assertThat(files.get("questions.jsonl")).contains("\"rating\":7");
    }
}
