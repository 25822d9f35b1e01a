package askme.tag.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.settings.Settings;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tags are described, get other names, are renamed and merged. */
@QuarkusTest
@Tag("one-process") // it reads the settings of this process
class TagChangesTest {

    private static int tests;

    @Inject
    TestDatabase database;

    @Inject
    Settings settings;

    private Visitor ann;
    private Visitor moderator;

    /** Each test has its own tags. */
    private String suffix;

    @BeforeEach
    void people() {
        suffix = "-" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + ++tests;
        ann = Visitor.member("ann");
        Visitor joined = Visitor.member("moderator");
        database.change("UPDATE member SET moderator = 1 WHERE nickname = ?", joined.nickname());
        moderator = Visitor.guest().signIn(joined.nickname());
    }

    @AfterEach
    void unreserve() {
        reserve("");
    }

    private void reserve(String list) {
        database.change(
                "INSERT INTO setting (name, value, changed_at) VALUES ('tags.reserved', ?, UTC_TIMESTAMP(6))"
                        + " ON DUPLICATE KEY UPDATE value = VALUES(value)",
                list);
        database.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
        settings.refresh();
    }

    private String tag(String name) {
        return name + suffix;
    }

    private long id(String name) {
        return database.of("SELECT id FROM tag WHERE name = ?", tag(name));
    }

    private long count(String name) {
        return database.of("SELECT question_count FROM tag WHERE name = ?", tag(name));
    }

    private Reply post(Visitor visitor, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf-token", visitor.csrfToken());
        return visitor.post(path, all);
    }

    private String path(String name, String act) {
        return "/tag/" + tag(name) + "/" + act;
    }

    private String tagsOf(long question) {
        return database.texts("SELECT tag_names FROM question WHERE id = " + question)
                .get(0)
                .replace(suffix, "");
    }

    private void awaitEnd(String from) {
        await().until(() ->
                database.of("SELECT COUNT(*) FROM tag_merge WHERE from_name = ? AND ended_at IS NOT NULL", tag(from))
                        == 1);
    }

    /** Every copy of the facts agrees: the tags of questions, their counts, the lists. */
    private void assertExact(String name) {
        long rows = database.of("SELECT COUNT(*) FROM question_tag WHERE tag_id = ?", id(name));
        assertThat(count(name)).as(name).isEqualTo(rows);
        assertThat(database.of("SELECT COUNT(*) FROM listed_question WHERE tag_id = ?", id(name)))
                .as(name)
                .isEqualTo(rows);
        assertThat(database.of(
                        "SELECT COUNT(*) FROM question_tag t JOIN question q ON q.id = t.question_id AND q.rating = t.rating"
                                + " AND CONCAT(' ', q.tag_names, ' ') LIKE ? WHERE t.tag_id = ?",
                        "% " + tag(name) + " %",
                        id(name)))
                .as(name)
                .isEqualTo(rows);
    }

    @Test
    void descriptionIsShownWithTheTagAndInHints() {
        ann.ask("What is described here?", "A tag is described here", tag("dsc"));
        database.change("UPDATE member SET rating = 299 WHERE nickname = ?", ann.nickname());
        assertThat(Visitor.guest()
                        .signIn(ann.nickname())
                        .get(path("dsc", "edit"))
                        .status())
                .isEqualTo(403);
        database.change("UPDATE member SET rating = 300 WHERE nickname = ?", ann.nickname());
        Visitor rated = Visitor.guest().signIn(ann.nickname());
        rated.get(path("dsc", "edit"));
        Reply refused =
                rated.submit("form[action$=/edit]", Map.of("description", "x".repeat(201), "text", "Typed **text**"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#text").text()).isEqualTo("Typed **text**");
        Reply stored = rated.submit(
                "form[action$=/edit]", Map.of("description", "For questions & tags", "text", "A **long** text"));
        assertThat(stored.url()).endsWith("/about/");
        assertThat(stored.page().select(".body strong").text()).isEqualTo("long");
        assertThat(stored.page().select(".row-meta a").first().text()).isEqualTo(ann.nickname());
        Visitor guest = Visitor.guest();
        assertThat(guest.get("/tag/" + tag("dsc") + "/")
                        .page()
                        .select(".tag-description")
                        .text())
                .isEqualTo("For questions & tags");
        assertThat(guest.get("/tags/suggestions?q=" + tag("dsc")).body())
                .contains("\"description\":\"For questions & tags\"");
        Reply overtaken =
                post(moderator, path("dsc", "edit"), Map.of("description", "Another", "text", "Other", "version", "0"));
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.page().select("#description").val()).isEqualTo("Another");
    }

    @Test
    void otherNameGivesTheTag() {
        ann.ask("What has two names?", "This tag has two names", tag("js"));
        assertThat(post(moderator, path("js", "synonyms"), Map.of("add", tag("ecma")))
                        .status())
                .isEqualTo(200);
        assertThat(post(moderator, path("js", "synonyms"), Map.of("add", tag("ecma")))
                        .status())
                .isEqualTo(422);
        long asked = ann.ask("Which name is stored?", "The name of the tag is stored", tag("ecma") + ", " + tag("js"));
        assertThat(tagsOf(asked)).isEqualTo("js");
        assertExact("js");
        assertThat(count("js")).isEqualTo(2);
        assertThat(id("ecma")).isZero();
        assertThat(Visitor.guest().get("/tag/" + tag("ecma") + "/").url()).endsWith("/tag/" + tag("js") + "/");
        assertThat(Visitor.guest()
                        .get("/search/?q=%5B" + tag("ecma") + "%5D")
                        .page()
                        .select(".question-card")
                        .size())
                .isEqualTo(2);
        assertThat(Visitor.guest().get("/tags/suggestions?q=" + tag("ecma")).body())
                .contains("\"tag\":\"" + tag("js") + "\"")
                .contains("\"synonym\":\"" + tag("ecma") + "\"");
        ann.get("/question/" + asked + "/");
        assertThat(ann.postJson("/tag/" + tag("ecma") + "/follow", "{}").body()).contains("\"following\":true");
        assertThat(database.of("SELECT COUNT(*) FROM tag_follow WHERE tag_id = ?", id("js")))
                .isOne();
        assertThat(post(moderator, path("js", "synonyms"), Map.of("remove", tag("ecma")))
                        .status())
                .isEqualTo(200);
        assertThat(Visitor.guest().get("/tag/" + tag("ecma") + "/").status()).isEqualTo(404);
    }

    @Test
    void mergeMovesQuestionsAndFollowers() {
        long one = ann.ask("Which tag has the first question?", "It has the old tag", tag("old"));
        long both = ann.ask("Which tag has the second question?", "It has both tags", tag("old") + ", " + tag("new"));
        long other = ann.ask("Which tag has the third question?", "It has another one", tag("new"));
        long deleted = ann.ask("Which tag has a deleted question?", "It has the old tag", tag("old"));
        post(ann, "/question/" + deleted + "/delete", Map.of());
        ann.get("/question/" + one + "/");
        ann.postJson("/tag/" + tag("old") + "/follow", "{\"following\":true}");
        ann.postJson("/tag/" + tag("new") + "/follow", "{\"following\":true}");
        moderator.get("/question/" + one + "/");
        moderator.postJson("/tag/" + tag("old") + "/follow", "{\"following\":true}");
        Visitor guest = Visitor.guest();
        assertThat(guest.get("/question/" + one + "/")
                        .page()
                        .select(".tags .tag")
                        .text())
                .isEqualTo(tag("old"));
        long tags = database.of("SELECT value FROM site_counter WHERE name = 'tags'")
                - database.of("SELECT COUNT(*) FROM tag");

        assertThat(post(ann, path("old", "merge"), Map.of("into", tag("new"), "confirmed", "1"))
                        .status())
                .isEqualTo(403);
        assertThat(post(moderator, path("old", "merge"), Map.of("into", "no" + suffix))
                        .status())
                .isEqualTo(422);
        Reply asks = post(moderator, path("old", "merge"), Map.of("into", tag("new")));
        assertThat(asks.status()).isEqualTo(200);
        assertThat(asks.page().select("main p").text()).contains("2 questions");
        Reply begun = moderator.submit("form[action$=/merge]", Map.of());
        assertThat(begun.url()).endsWith("/tag/" + tag("new") + "/");
        awaitEnd("old");

        assertThat(id("old")).isZero();
        assertThat(List.of(tagsOf(one), tagsOf(both), tagsOf(other))).containsOnly("new");
        assertThat(count("new")).isEqualTo(3);
        assertExact("new");
        assertThat(database.of("SELECT COUNT(*) FROM tag_follow WHERE tag_id = ?", id("new")))
                .isEqualTo(2);
        assertThat(guest.get("/question/" + one + "/")
                        .page()
                        .select(".tags .tag")
                        .text())
                .isEqualTo(tag("new"));
        assertThat(guest.get("/tag/" + tag("old") + "/").url()).endsWith("/tag/" + tag("new") + "/");
        post(ann, "/question/" + deleted + "/undelete", Map.of());
        assertThat(tagsOf(deleted)).isEqualTo("new");
        assertThat(count("new")).isEqualTo(4);
        assertExact("new");
        assertThat(database.of("SELECT value FROM site_counter WHERE name = 'tags'")
                        - database.of("SELECT COUNT(*) FROM tag"))
                .isEqualTo(tags);
        assertThat(database.of("SELECT COUNT(*) FROM moderation_log WHERE act = 'merge' AND target_id = ?", id("new")))
                .isOne();
    }

    @Test
    void renameKeepsTheOldAddress() {
        long question = ann.ask("What is the tag called?", "It will be called otherwise", tag("before"));
        post(moderator, path("before", "synonyms"), Map.of("add", tag("alias")));
        post(moderator, path("before", "edit"), Map.of("description", "Kept", "text", "", "version", "0"));
        assertThat(post(moderator, path("before", "rename"), Map.of("name", "a b"))
                        .status())
                .isEqualTo(422);
        assertThat(post(moderator, path("before", "rename"), Map.of("name", tag("after"), "confirmed", "1"))
                        .url())
                .endsWith("/tag/" + tag("after") + "/");
        awaitEnd("before");
        assertThat(tagsOf(question)).isEqualTo("after");
        assertExact("after");
        for (String name : List.of("before", "alias")) {
            Reply page = Visitor.guest().get("/tag/" + tag(name) + "/");
            assertThat(page.url()).endsWith("/tag/" + tag("after") + "/");
            assertThat(page.page().select(".tag-description").text()).isEqualTo("Kept");
        }
        // Back again: the other name becomes the tag.
        post(moderator, path("after", "rename"), Map.of("name", tag("before"), "confirmed", "1"));
        awaitEnd("after");
        assertThat(tagsOf(question)).isEqualTo("before");
        assertExact("before");
    }

    @Test
    void onlyModeratorsGiveReservedTags() {
        long kept = ann.ask("Which tag is not reserved yet?", "It is reserved later", tag("news"));
        reserve(tag("news"));
        ann.get("/ask/");
        Reply refused = ann.submit(
                "form[action=/ask/], form[action=/ask]",
                Map.of("title", "May members use this tag?", "text", "They may not use it", "tags", tag("news")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#tags-error").text()).contains(tag("news"));
        assertThat(refused.page().select("#tags").val()).isEqualTo(tag("news"));
        ann.get("/question/" + kept + "/edit");
        assertThat(ann.submit("form[action$=/edit]", Map.of("text", "The tag stays, the text changes"))
                        .url())
                .contains("/question/" + kept);
        assertThat(moderator.ask("May moderators use this tag?", "They may use it", tag("news")))
                .isPositive();
    }
}
