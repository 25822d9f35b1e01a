package askme.importing.apacheanswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.importing.ImportFormat.Options;
import askme.importing.ImportReport;
import askme.importing.content.ContentImport;
import askme.importing.content.InterruptedDatabase;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site that has imported the database of a small Apache Answer. */
@QuarkusTest
class ApacheAnswerImportTest {

    private static final String SOURCE = "old-answer";
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());
    private static final ImportReport DRY = new ImportReport(null);
    private static final List<ImportReport> REPORTS = new ArrayList<>();
    private static int interruptions;

    @Inject
    ApacheAnswerFormat format;

    @Inject
    AgroalDataSource site;

    @Inject
    TestDatabase rows;

    /** First a dry run. Then the import, which is killed before every fifth commit and started again. */
    @BeforeEach
    void importOnce() throws Exception {
        if (!REPORTS.isEmpty()) {
            return;
        }
        OldAnswer.create();
        run(site, true, DRY);
        assertThat(imported("question")).isEmpty();
        boolean complete = false;
        while (!complete) {
            try {
                REPORTS.add(new ImportReport(null));
                run(InterruptedDatabase.after(site, 4), false, REPORTS.get(REPORTS.size() - 1));
                complete = true;
            } catch (SQLException e) {
                interruptions++;
            }
        }
        rows.change("INSERT INTO setting (name, value, changed_at) VALUES ('legacy-source', '" + SOURCE
                + "', UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE value = '" + SOURCE + "'");
        rows.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
    }

    @AfterAll
    static void drop() throws SQLException {
        OldAnswer.drop();
    }

    private static void run(AgroalDataSource site, boolean dry, ImportReport report) throws IOException, SQLException {
        try (OldDatabase old = OldDatabase.open(OldAnswer.url(), OldAnswer.user(), OldAnswer.password())) {
            new ContentImport(site, Clock.systemUTC(), "former-members"::equals, 1)
                    .run(new ApacheAnswerSite(old), new Options(OldAnswer.url(), SOURCE, dry), report, SILENT);
        }
    }

    private List<String> imported(String kind) {
        return rows.texts("SELECT i.old_id FROM imported_" + kind + " i JOIN import_source s ON s.id = i.source_id"
                + " WHERE s.name = '" + SOURCE + "' ORDER BY i.old_id");
    }

    /** A value of the post with this number. */
    private List<String> of(String kind, int number, String value) {
        long old = number
                + (kind.equals("question")
                        ? AnswerIds.ALL.questions()
                        : kind.equals("answer") ? AnswerIds.ALL.answers() : AnswerIds.ALL.comments());
        return rows.texts("SELECT " + value + " FROM imported_" + kind
                + " i JOIN import_source s ON s.id = i.source_id JOIN " + kind + " p ON p.id = i." + kind
                + "_id WHERE s.name = '" + SOURCE + "' AND i.old_id = " + old);
    }

    private static Set<String> noted(String kind) {
        return REPORTS.stream().flatMap(one -> one.examples(kind).stream()).collect(Collectors.toSet());
    }

    @Test
    void postsKeepTextsStatesAndOldIds() {
        assertThat(interruptions).isGreaterThan(4);
        assertThat(DRY.counted("questions")).isEqualTo(5);
        assertThat(DRY.counted("votes of members")).isEqualTo(4);
        assertThat(imported("question"))
                .containsExactly(
                        "10010000000000011",
                        "10010000000000014",
                        "10010000000000015",
                        "10010000000000016",
                        "10010000000000018");
        assertThat(imported("answer")).containsExactly("10020000000000012", "10020000000000013", "10020000000000019");
        assertThat(imported("comment")).containsExactly("10070000000000021", "10070000000000022");
        assertThat(of("question", 11, "CONCAT_WS('|', tag_names, asked_at, answer_count, comment_count, revision)"))
                .containsExactly("oldjava|2022-02-01 10:00:00.000000|2|1|2");
        assertThat(of("question", 11, "body")).containsExactly("How *so*?\n\n<script>alert(1)</script>");
        assertThat(of("question", 15, "hidden")).containsExactly("1");
        assertThat(of("question", 16, "hidden")).containsExactly("1");
        assertThat(of("answer", 19, "hidden")).containsExactly("1");
        assertThat(of("answer", 12, "accepted")).containsExactly("1");
        assertThat(of("comment", 21, "body")).containsExactly("@oldben Thanks, `works`");
        assertThat(of("question", 11, "(SELECT views FROM question_views v WHERE v.question_id = p.id)"))
                .containsExactly("1500");
        assertThat(of(
                        "question",
                        14,
                        "(SELECT CONCAT_WS(' ', reason, closed_at, duplicate_of = "
                                + of("question", 11, "p.id").get(0)
                                + ") FROM closed_question c WHERE c.question_id = p.id)"))
                .containsExactly("duplicate 2022-02-03 09:00:00.000000 1");
        assertThat(of("question", 18, "(SELECT reason FROM closed_question c WHERE c.question_id = p.id)"))
                .containsExactly("unclear");
        assertThat(
                        rows.texts(
                                "SELECT CONCAT_WS('|', t.description, w.body, s.name) FROM tag t"
                                        + " JOIN tag_wiki w ON w.tag_id = t.id JOIN tag_synonym s ON s.tag_id = t.id WHERE t.name = 'oldjava'"))
                .containsExactly("A language|A *language*|oldjdk");
        assertThat(of(
                        "question",
                        11,
                        "(SELECT GROUP_CONCAT(title, '/', body, '/', reason ORDER BY number) FROM question_revision r"
                                + " WHERE r.question_id = p.id)"))
                .containsExactly(
                        "How/How?/,How do I compare in Answer?/How *so*?\n\n<script>alert(1)</script>/clearer");
    }

    @Test
    void ratingsAreTheVotesOfMembers() {
        assertThat(of("question", 11, "CONCAT(rating, ' ', imported_rating)")).containsExactly("2 0");
        assertThat(of("answer", 12, "CONCAT(rating, ' ', imported_rating)")).containsExactly("1 0");
        assertThat(of("answer", 13, "CONCAT(rating, ' ', imported_rating)")).containsExactly("0 0");
        assertThat(of("comment", 21, "CONCAT(rating, ' ', imported_rating)")).containsExactly("2 1");
        assertThat(of("comment", 21, "(SELECT COUNT(*) FROM comment_vote v WHERE v.comment_id = p.id)"))
                .containsExactly("1");
        assertThat(rows.of("SELECT rating FROM member WHERE nickname = 'oldann'"))
                .isEqualTo(2);
    }

    @Test
    void membersKeepAddressPasswordAndSuspension() {
        assertThat(rows.texts("SELECT CONCAT_WS('|', nickname, email, email_confirmed_at IS NOT NULL, must_confirm + 0,"
                        + " suspended + 0, suspended_until, password_hash IS NOT NULL) FROM member m"
                        + " JOIN imported_member i ON i.member_id = m.id JOIN import_source s ON s.id = i.source_id"
                        + " WHERE s.name = '" + SOURCE + "' AND i.old_id IN (1, 2, 4, 5) ORDER BY i.old_id"))
                .containsExactly(
                        "oldann|ann@old.example|1|0|0|1",
                        "oldben|ben@old.example|0|1|1|1",
                        "oldann-2|0|0|0|0",
                        "oldeve|0|0|0|0");
        assertThat(rows.of("SELECT COUNT(*) FROM member m JOIN imported_member i ON i.member_id = m.id"
                        + " WHERE i.old_id = 3 AND m.nickname = CONCAT('former-', m.id) AND email IS NULL"))
                .isEqualTo(1);
        Visitor ann = Visitor.guest();
        ann.get("/login/");
        ann.submit("form:has([name=password])", Map.of("login", "oldann", "password", OldAnswer.PASSWORD));
        assertThat(ann.get("/profile/").status()).isEqualTo(200);
        assertThat(rows.texts("SELECT password_hash FROM member WHERE nickname = 'oldann'")
                        .get(0))
                .startsWith("$argon2id$");
    }

    @Test
    void faultsAreReportedWithTableAndId() {
        assertThat(noted("rows that were left out"))
                .contains(
                        "answer 10020000000000020: the source does not have question 10010000000000099",
                        "activity 7: the source does not have user 77",
                        "revision 4: its text is no JSON");
        assertThat(noted("posts that wait for a review")).containsExactly("question 10010000000000017");
        assertThat(noted("pinned questions, which are not pinned here")).containsExactly("question 10010000000000011");
        assertThat(noted("hidden questions, which are deleted here and can be restored"))
                .containsExactly("question 10010000000000016");
        assertThat(noted("names that were changed"))
                .containsExactlyInAnyOrder("user 2: old.ben is now oldben", "user 4: oldann is now oldann-2");
        assertThat(noted("members whose address another member has, who claim their account"))
                .containsExactly("user 4");
        assertThat(noted("posts and comments of authors who are not in the source"))
                .containsExactly("question 10010000000000018: user 9");
        assertThat(DRY.noted("rows of the table collection")).isEqualTo(2);
    }

    @Test
    void oldAddressesLongAndShortLeadToThePosts() {
        Visitor guest = Visitor.guest();
        String question = "/question/" + of("question", 11, "p.id").get(0) + "/";
        String answer = "/answer/" + of("answer", 12, "p.id").get(0) + "/";
        await().until(() -> guest.getOnce("/questions/D1N1").status() == 301);
        for (String path :
                List.of("10010000000000011", "D1N1", "10010000000000011/how-do-i", "D1N1/how", "D1N1/E1V1")) {
            assertThat(guest.getOnce("/questions/" + path).header("Location"))
                    .as(path)
                    .endsWith(question);
        }
        for (String path : List.of("10010000000000011/10020000000000012", "D1N1/E1O1", "D1N1/how-do-i/E1O1")) {
            assertThat(guest.getOnce("/questions/" + path).header("Location"))
                    .as(path)
                    .endsWith(answer);
        }
        assertThat(guest.getOnce("/questions/D1ZZ").status()).isEqualTo(404);
        assertThat(guest.get(question).page().select("main script:containsData(alert)"))
                .isEmpty();
    }

    @Test
    void secondRunChangesNothing() throws Exception {
        String sql = "SELECT COUNT(*) + SUM(rating) FROM question";
        long before = rows.of(sql);
        run(site, false, new ImportReport(null));
        assertThat(rows.of(sql)).isEqualTo(before);
    }

    @Test
    void onlyTheAddressOfADatabaseOfAnswerIsTaken() throws Exception {
        assertThat(format.sourceName("jdbc:mysql://db/answer")).contains("answer");
        assertThat(format.sourceName("jdbc:mysql://root:secret@db/answer")).isEmpty();
        assertThat(format.sourceName("jdbc:mysql://db/answer?password=secret")).isEmpty();
        assertThat(format.sourceName("/tmp")).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Options options = new Options(OldAnswer.url(), "nobody-may-sign-in", false);
        assertThat(format.run(options, new ImportReport(null), new PrintStream(out)))
                .isFalse();
        assertThat(out.toString()).contains("cannot be opened");
        try (OldDatabase own = OldDatabase.open(OldAnswer.siteUrl(), OldAnswer.user(), OldAnswer.password())) {
            assertThat(own.missingTable()).contains("user");
        }
    }
}
