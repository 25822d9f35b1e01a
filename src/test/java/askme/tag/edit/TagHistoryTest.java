package askme.tag.edit;

import static org.assertj.core.api.Assertions.assertThat;

import askme.settings.Settings;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The texts of a tag have a history, and a suggested edit gives no reserved tag. */
@QuarkusTest
@Tag("one-process") // it reads the settings of this process
class TagHistoryTest {

    @Inject
    TestDatabase database;

    @Inject
    Settings settings;

    private final String tag = "hst-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private Visitor moderator() {
        Visitor joined = Visitor.member("moderator");
        database.change("UPDATE member SET moderator = 1 WHERE nickname = ?", joined.nickname());
        return Visitor.guest().signIn(joined.nickname());
    }

    private static int post(Visitor visitor, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf-token", visitor.csrfToken());
        return visitor.postOnce(path, all).status();
    }

    private void describe(Visitor editor, String description, String text) {
        assertThat(post(editor, "/tag/" + tag + "/edit", Map.of("description", description, "text", text)))
                .isEqualTo(303);
    }

    @Test
    void changesOfTheDescriptionAreShown() {
        Visitor first = moderator();
        Visitor second = moderator();
        first.ask("What has a history?", "A tag has a history", tag);
        describe(first, "One <line>", "The first text");
        describe(second, "Another line", "The second text");
        String path = "/tag/" + tag + "/revisions/";
        Reply history = Visitor.guest().get(path);
        assertThat(history.status()).isEqualTo(200);
        assertThat(history.page().select("h1").text()).contains(tag);
        assertThat(history.page().select(".revision .signature").eachText().toString())
                .containsSubsequence(second.nickname(), first.nickname());
        assertThat(history.page()
                        .select(".revision")
                        .first()
                        .select("del")
                        .eachText()
                        .toString())
                .contains("One <", "first");
        assertThat(history.page().select(".revision").first().select("h3").eachText())
                .containsExactly("In one line");
        assertThat(history.page().select("form[action$=/restore]")).isEmpty();
        assertThat(Visitor.guest()
                        .get(path + "?view=side&of=rendered&before=2")
                        .page()
                        .select(".revision"))
                .hasSize(1);
        assertThat(Visitor.guest().get("/tag/" + tag + "/about/").page().select("a[href=" + path + "]"))
                .hasSize(1);
        assertThat(Visitor.guest().get("/tag/no-such-" + tag + "/revisions").status())
                .isEqualTo(404);
        assertThat(post(first, "/tag/" + tag + "/rename", Map.of("name", tag + "s", "confirmed", "yes")))
                .isEqualTo(303);
        assertThat(Visitor.guest().get("/tag/" + tag + "s/revisions/").page().select(".revision"))
                .hasSize(2);
    }

    @Test
    void earlierTextIsRestoredOnce() {
        Visitor first = moderator();
        Visitor second = moderator();
        first.ask("What comes back?", "The text of a tag", tag);
        describe(first, "One line", "The first text");
        describe(second, "Another line", "The second text");
        String path = "/tag/" + tag + "/revisions/";
        String restore = path + "1/restore";
        first.get(path);
        assertThat(first.last().page().select("form[action=" + path + "2/restore]"))
                .as("of the last one")
                .isEmpty();
        String stale = first.last()
                .page()
                .select("form[action=" + restore + "] [name=version]")
                .val();
        first.submit("form[action=" + restore + "]", Map.of());
        assertThat(first.last().url()).endsWith("/about/");
        assertThat(first.last().page().select(".flash").text()).contains("1");
        assertThat(Visitor.guest()
                        .get("/tag/" + tag + "/about/")
                        .page()
                        .select("main")
                        .text())
                .contains("One line", "The first text")
                .doesNotContain("second");
        assertThat(Visitor.guest().get(path).page().select(".revision").first().text())
                .contains("3", first.nickname());

        describe(second, "A third line", "The third text");
        first.post(restore, Map.of("version", stale, "csrf-token", first.csrfToken()));
        assertThat(first.last().url()).as("somebody changed it since").endsWith("/revisions/");
        assertThat(Visitor.guest().get("/tag/" + tag + "/about/").body()).contains("The third text");
        assertThat(post(Visitor.member("reader"), restore, Map.of())).isEqualTo(403);
        assertThat(post(first, path + "99/restore", Map.of())).isEqualTo(404);
    }

    @Test
    void suggestedEditGivesNoReservedTag() {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        long question = ann.ask("Which tag is suggested?", "It is reserved", "free");
        bob.get("/question/" + question + "/edit/");
        bob.submit("form:has(textarea[name=text])", Map.of("tags", "free, " + tag));
        long suggestion = database.of("SELECT MAX(id) FROM edit_suggestion WHERE question_id = ?", question);
        assertThat(suggestion).isPositive();
        reserve(tag);
        try {
            assertThat(post(ann, "/moderation/edits/" + suggestion + "/take", Map.of()))
                    .isEqualTo(403);
            assertThat(post(moderator(), "/moderation/edits/" + suggestion + "/take", Map.of()))
                    .isEqualTo(303);
        } finally {
            reserve("");
        }
        assertThat(database.texts("SELECT tag_names FROM question WHERE id = " + question))
                .containsExactly("free " + tag);
    }

    private void reserve(String list) {
        database.change(
                "INSERT INTO setting (name, value, changed_at) VALUES ('tags.reserved', ?, UTC_TIMESTAMP(6))"
                        + " ON DUPLICATE KEY UPDATE value = VALUES(value)",
                list);
        database.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
        settings.refresh();
    }
}
