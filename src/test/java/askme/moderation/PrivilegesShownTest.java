package askme.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import askme.settings.Settings;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members without a privilege read from which rating they would have it, in place of the button. */
@QuarkusTest
@Tag("one-process") // it reads the settings of this process
class PrivilegesShownTest {

    private static final String HELP = "a[href=/help/privileges/]";

    @Inject
    TestDatabase database;

    @Inject
    Settings settings;

    @BeforeEach
    void thresholds() {
        for (String name : new String[] {"vote", "comment", "pictures"}) {
            database.change(
                    "INSERT INTO setting (name, value, changed_at) VALUES (?, '50', UTC_TIMESTAMP(6))"
                            + " ON DUPLICATE KEY UPDATE value = '50'",
                    "privilege." + name);
        }
        read();
    }

    @AfterEach
    void asBefore() {
        database.change(
                "DELETE FROM setting WHERE name IN ('privilege.vote', 'privilege.comment', 'privilege.pictures')");
        read();
    }

    private void read() {
        database.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
        settings.refresh();
    }

    @Test
    void reasonIsInPlaceOfTheButton() {
        Visitor asker = Visitor.member("asker");
        long question = asker.ask("What may members do?", "It depends on the rating", "");
        asker.answer(question, "The first answer of this test");
        Visitor newcomer = Visitor.member("newcomer");
        Document page = newcomer.get("/question/" + question + "/").page();
        assertThat(page.select(".question .vote.up").attr("title")).isEqualTo("You can vote from a rating of 50.");
        assertThat(page.select(".votes .vote:not([disabled])")).isEmpty();
        assertThat(page.select(".votes " + HELP)).hasSize(2);
        assertThat(page.select(".add-comment, #comment-form")).isEmpty();
        assertThat(page.select(".post-comments " + HELP).eachText())
                .containsExactly("You can comment from a rating of 50.", "You can comment from a rating of 50.");
        assertThat(page.select(".closing-acts " + HELP).text())
                .isEqualTo("You can close and reopen questions from a rating of 500.");
        assertThat(page.select(".editor " + HELP).text()).isEqualTo("You can upload pictures from a rating of 50.");
        assertThat(page.select("[data-pictures]").hasAttr("disabled")).isTrue();
        assertThat(page.select(".picture-uploads")).isEmpty();
        assertThat(page.select(".question .suggest").attr("title"))
                .isEqualTo("You can edit posts of others from a rating of 500.");
        assertThat(newcomer.get("/question/" + question + "/comments/").page().select(".comment-form"))
                .isEmpty();

        Document own = asker.get("/question/" + question + "/").page();
        assertThat(own.select(".add-comment")).hasSize(2);
        assertThat(own.select(".question .edit")).hasSize(1);

        database.change("UPDATE member SET rating = 500 WHERE nickname = ?", newcomer.nickname());
        Visitor trusted = Visitor.guest().signIn(newcomer.nickname());
        Document full = trusted.get("/question/" + question + "/").page();
        assertThat(full.select("main " + HELP)).isEmpty();
        assertThat(full.select(".votes .vote:not([disabled])")).hasSize(4);
        assertThat(full.select(".closing-acts a[href$=/close]")).hasSize(1);

        Document guest = Visitor.guest().get("/question/" + question + "/").page();
        assertThat(guest.select("main " + HELP)).isEmpty();
        assertThat(guest.select(".add-comment")).hasSize(2);
    }
}
