package askme.importing.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.importing.ImportFormat.Options;
import askme.importing.ImportReport;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a site that has imported the small dump. */
@QuarkusTest
class ImportedSiteTest {

    @TempDir
    Path folder;

    @Inject
    StackExchangeFormat format;

    @Inject
    TestDatabase database;

    private long question;
    private long answer;

    @BeforeEach
    void importOnce() throws Exception {
        SmallDump.write(folder);
        format.run(
                new Options(folder.toString(), "old-site", false),
                new ImportReport(null),
                new PrintStream(OutputStream.nullOutputStream()));
        database.change(
                "INSERT INTO setting (name, value, changed_at) VALUES ('legacy-source', 'old-site', UTC_TIMESTAMP(6))"
                        + " ON DUPLICATE KEY UPDATE value = 'old-site'");
        database.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
        question = imported("question", 11);
        answer = imported("answer", 12);
    }

    private long imported(String kind, int old) {
        return database.of(
                "SELECT " + kind + "_id FROM imported_" + kind + " i JOIN import_source s ON s.id = i.source_id"
                        + " WHERE s.name = 'old-site' AND old_id = ?",
                old);
    }

    @Test
    void oldAddressesLeadToThePosts() {
        Visitor guest = Visitor.guest();
        await().until(() -> guest.getOnce("/q/11").status() == 301);
        for (String path : new String[] {"/questions/11", "/questions/11/how-do-i", "/q/11/5"}) {
            assertThat(guest.getOnce(path).header("Location")).as(path).endsWith("/question/" + question + "/");
        }
        for (String path : new String[] {"/a/12", "/questions/11/how-do-i/12", "/questions/12", "/a/12/7"}) {
            assertThat(guest.getOnce(path).header("Location")).as(path).endsWith("/answer/" + answer + "/");
        }
        assertThat(guest.get("/questions/987654").status()).isEqualTo(404);
        assertThat(guest.get("/q/99999999999").status()).isEqualTo(404);
    }

    @Test
    void pagesShowImportedTextsAndRatings() {
        Visitor guest = Visitor.guest();
        String page =
                guest.get("/question/" + question + "/").page().select("main").html();
        assertThat(page).contains("How <em>so</em>?").doesNotContain("alert(1)").contains("<code>a &lt; b</code>");
        String author = database.texts(
                        "SELECT m.nickname FROM question q JOIN member m ON m.id = q.author_id WHERE q.id = "
                                + question)
                .get(0);
        assertThat(guest.get("/member/" + author + "/reputation/")
                        .page()
                        .select("[data-imported]")
                        .attr("data-imported"))
                .isEqualTo("6");
        assertThat(guest.get("/member/" + author + "/reputation/")
                        .page()
                        .select("[data-after]")
                        .first()
                        .attr("data-after"))
                .isEqualTo("7");
        assertThat(guest.get("/question/" + imported("question", 14) + "/")
                        .page()
                        .select("main")
                        .text())
                .contains("How do I compare?");
    }

    @Test
    void deletedPostKeepsItsImportedRatingWhenItComesBack() {
        Visitor moderator = Visitor.member("importmod");
        database.change("UPDATE member SET admin = 1 WHERE nickname = ?", moderator.nickname());
        moderator.post("/answer/" + answer + "/delete", Map.of("csrf-token", moderator.csrfToken()));
        moderator.post("/answer/" + answer + "/undelete", Map.of("csrf-token", moderator.csrfToken()));
        assertThat(database.of("SELECT rating FROM answer WHERE id = ?", answer))
                .isEqualTo(5);
    }
}
