package askme.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.support.ChangedSetting;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Right after an act, the answer offers to undo it, and then the state is as before. */
@QuarkusTest
@Tag("one-process") // another process would follow the setting a second later
class UndoneActsTest {

    private static final String FLASH = ".flash form";
    private static final String QUESTION_STATE =
            "SELECT CONCAT_WS('|', hidden, closed, locked, rating, answer_count, comment_count, (SELECT COUNT(*) FROM close_vote v WHERE"
                    + " v.question_id = q.id), (SELECT CONCAT(reason) FROM question_lock l WHERE l.question_id = q.id),"
                    + " (SELECT reason FROM closed_question k WHERE k.question_id = q.id)) FROM question q WHERE id = %d";
    private static final String ANSWER_STATE = "SELECT CONCAT_WS('|', hidden, locked, rating, accepted,"
            + " (SELECT reason FROM answer_lock l WHERE l.answer_id = a.id)) FROM answer a WHERE id = %d";
    private static final String MEMBER_STATE =
            "SELECT CONCAT_WS('|', rating, question_count, answer_count, suspended, suspended_until, suspension_reason)"
                    + " FROM member WHERE nickname = '%s'";

    @Inject
    TestDatabase testDatabase;

    @Inject
    Settings settings;

    private final List<Row> rows = new ArrayList<>();
    private Visitor asker;
    private Visitor reader;
    private Visitor moderator;
    private Visitor troll;
    private long question;
    private long answer;
    private int acts;

    /** @param undo the form, on the page that answers the act, which undoes it */
    private record Row(
            String act, String state, Consumer<Row> does, Visitor who, String undo, Map<String, String> fields) {}

    @BeforeEach
    void people() {
        asker = Visitor.member("undoneAsker");
        reader = Visitor.member("undoneReader");
        troll = Visitor.member("undoneTroll");
        question = asker.ask("What is undone here?", "Each act of the table.", "undone");
        answer = troll.answer(question, "An answer of the troll");
        moderator = moderator();
    }

    private Visitor moderator() {
        Visitor member = Visitor.member("undoneModerator");
        testDatabase.change("UPDATE member SET moderator = 1, rating = 5000 WHERE nickname = ?", member.nickname());
        return Visitor.guest().signIn(member.nickname());
    }

    @Test
    void eachActIsUndoneByTheButtonOfItsAnswer() {
        marksOfReaders();
        closing();
        locks();
        deletions();
        suspensions();
        for (Row row : rows) {
            String before = state(row);
            row.does.accept(row);
            String after = state(row);
            assertThat(after).as(row.act).isNotEqualTo(before);
            row.who.submit(row.undo, row.fields);
            assertThat(row.who.last().status()).as(row.act).isEqualTo(200);
            await().untilAsserted(() -> assertThat(state(row)).as(row.act).isEqualTo(before));
        }
        assertThat(rows).hasSizeGreaterThan(15);
    }

    @Test
    void eachDecisionOfTheQueueIsUndoneByTheButtonOfItsAnswer() {
        try (ChangedSetting held = new ChangedSetting(SettingKeys.HELD_WORDS, "casino", testDatabase, settings)) {
            for (String act : List.of("dismissed", "deleted", "suspended", "swept")) {
                troll = Visitor.member("undoneTroll"); // the session of a suspended one has ended
                decided(act, reported("answer", troll.answer(question, "The answer for " + act)), Map.of());
            }
            troll = Visitor.member("undoneTroll");
            long other = troll.ask("Which question is closed?", "This one, for a moment.", "undone");
            decided("closed", reported("question", other), Map.of("close", "unclear"));
            decided("published", heldItem("answer"), Map.of());
            decided("published", heldItem("comment"), Map.of());
            decided("published", heldItem("question"), Map.of());
            decided("refused", heldItem("answer"), Map.of("reason", "No"));
            decided("suspended", heldItem("answer"), Map.of("reason", "No"));
        }
    }

    private List<String> read(List<String> states) {
        return states.stream().flatMap(sql -> testDatabase.texts(sql).stream()).toList();
    }

    private String state(Row row) {
        return String.join("|", testDatabase.texts(row.state));
    }

    private void row(String act, Visitor who, String state, Consumer<Row> does) {
        rows.add(new Row(act, state, does, who, FLASH, Map.of()));
    }

    private void post(Visitor who, String path, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("csrf-token", who.csrfToken()));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        who.post(path, form);
        assertThat(who.last().status()).as(path).isEqualTo(200);
    }

    private void marksOfReaders() {
        for (String path : List.of("/question/" + question, "/answer/" + answer)) {
            String form = "form.votes[action=" + path + "/vote]";
            String state = (path.startsWith("/q") ? QUESTION_STATE : ANSWER_STATE)
                    .formatted(path.startsWith("/q") ? question : answer);
            rows.add(new Row(
                    "vote " + path,
                    state,
                    row -> {
                        reader.get("/question/" + question + "/");
                        reader.submit(form, Map.of("value", "1"));
                    },
                    reader,
                    form,
                    Map.of("value", "1")));
        }
        rows.add(followed(
                "/question/" + question + "/",
                "/question/" + question + "/follow",
                "SELECT COUNT(*) FROM question_follow WHERE following = 1 AND question_id = " + question));
        rows.add(followed(
                "/tag/undone/",
                "/tag/undone/follow",
                "SELECT COUNT(*) FROM tag_follow f JOIN tag t ON t.id = f.tag_id WHERE t.name = 'undone'"));
        rows.add(followed(
                "/member/" + asker.nickname() + "/",
                "/member/" + asker.nickname() + "/follow",
                "SELECT COUNT(*) FROM member_follow f JOIN member m ON m.id = f.followed_id WHERE m.nickname = '"
                        + asker.nickname() + "'"));
    }

    private Row followed(String page, String path, String state) {
        String form = "form[action=" + path + "]";
        return new Row(
                "follow " + path,
                state,
                row -> {
                    reader.get(page);
                    reader.submit(form, Map.of("following", "true"));
                },
                reader,
                form,
                Map.of("following", "false"));
    }

    private void closing() {
        String path = "/question/" + question;
        row(
                "close",
                moderator,
                QUESTION_STATE.formatted(question),
                row -> post(moderator, path + "/close", "reason", "unclear"));
        long closed = asker.ask("Which question is reopened?", "This one, for a moment.", "undone");
        post(moderator, "/question/" + closed + "/close", "reason", "off-topic");
        row(
                "reopen",
                moderator,
                QUESTION_STATE.formatted(closed),
                row -> post(moderator, "/question/" + closed + "/reopen"));
        Visitor voter = Visitor.member("undoneVoter");
        testDatabase.change("UPDATE member SET rating = 600 WHERE nickname = ?", voter.nickname());
        Visitor voting = Visitor.guest().signIn(voter.nickname());
        long open = asker.ask("Which question gets a vote?", "This one, to close it.", "undone");
        row(
                "vote to close",
                voting,
                QUESTION_STATE.formatted(open),
                row -> post(voting, "/question/" + open + "/close", "reason", "unclear"));
    }

    private void locks() {
        for (String path : List.of("/question/" + question, "/answer/" + answer)) {
            String state = path.startsWith("/q") ? QUESTION_STATE.formatted(question) : ANSWER_STATE.formatted(answer);
            row("lock " + path, moderator, state, row -> post(moderator, path + "/lock", "reason", "Too much heat"));
        }
        long locked = asker.ask("Which question is unlocked?", "This one, for a moment.", "undone");
        long lockedAnswer = troll.answer(locked, "An answer that is locked");
        for (String path : List.of("/question/" + locked, "/answer/" + lockedAnswer)) {
            post(moderator, path + "/lock", "reason", "Too much heat");
            String state =
                    path.startsWith("/q") ? QUESTION_STATE.formatted(locked) : ANSWER_STATE.formatted(lockedAnswer);
            row("unlock " + path, moderator, state, row -> post(moderator, path + "/unlock"));
        }
    }

    private void deletions() {
        Visitor other = moderator();
        long own = asker.ask("Which question is deleted?", "This one, for a moment.", "undone");
        row(
                "delete a question",
                asker,
                QUESTION_STATE.formatted(own),
                row -> post(asker, "/question/" + own + "/delete"));
        row(
                "delete an answer",
                other,
                ANSWER_STATE.formatted(answer),
                row -> post(other, "/answer/" + answer + "/delete"));
        reader.postForm("/question/" + own + "/comments", Map.of("text", "A comment to delete"), reader.csrfToken());
        long comment = testDatabase.of("SELECT MAX(id) FROM comment WHERE question_id = ?", own);
        row(
                "delete a comment",
                reader,
                QUESTION_STATE.formatted(own),
                row -> post(reader, "/comment/" + comment + "/delete"));
    }

    private void suspensions() {
        Visitor other = moderator();
        String state = MEMBER_STATE.formatted(troll.nickname());
        String path = "/member/" + troll.nickname();
        row("suspend", other, state, row -> post(other, path + "/suspend", "days", "7", "reason", "Spam"));
        row("suspend without an end", other, state, row -> post(other, path + "/suspension", "suspended", "on"));
        Visitor suspended = Visitor.member("undoneSuspended");
        post(other, "/member/" + suspended.nickname() + "/suspend", "days", "7", "reason", "Spam, again");
        row(
                "lift",
                other,
                MEMBER_STATE.formatted(suspended.nickname()),
                row -> post(other, "/member/" + suspended.nickname() + "/suspension", "suspended", "off"));
    }

    private long reported(String kind, long id) {
        post(asker, "/" + kind + "/" + id + "/report", "reason", "spam");
        return testDatabase.of(
                "SELECT id FROM review_item WHERE post_kind = '" + kind + "' AND decided = 0 AND post_id = ?", id);
    }

    /** A new member posts a listed word. */
    private long heldItem(String kind) {
        troll = Visitor.member("undoneHeld");
        String text = "The casino number " + ++acts + " is best";
        switch (kind) {
            case "question" ->
                post(troll, "/ask/", "title", "Which casino is best of all?", "text", text, "tags", "undone");
            case "answer" -> post(troll, "/question/" + question + "/answers", "text", text);
            default -> post(troll, "/question/" + question + "/comments", "text", text);
        }
        return testDatabase.of("SELECT MAX(id) FROM review_item WHERE post_kind = 'held' AND decided = 0");
    }

    private void decided(String act, long item, Map<String, String> fields) {
        if (acts++ % 4 == 3) {
            moderator = moderator(); // who may act 60 times in ten minutes
        }
        List<String> states = List.of(
                "SELECT CONCAT_WS('|', post_kind, post_id, question_id, decided, outcome, upheld) FROM review_item WHERE id = "
                        + item,
                MEMBER_STATE.formatted(troll.nickname()),
                QUESTION_STATE.formatted(question),
                "SELECT CONCAT_WS('|', id, state, reason) FROM held_post WHERE author_id = (SELECT id FROM member WHERE nickname = '"
                        + troll.nickname() + "')",
                "SELECT value FROM site_counter WHERE name = 'questions'");
        List<String> before = read(states);
        moderator.get("/moderation/");
        Map<String, String> form = new HashMap<>(fields);
        form.put("act", act);
        moderator.submit("#item-" + item + " .item-acts", form);
        assertThat(read(states)).as(act).isNotEqualTo(before);
        moderator.submit(FLASH, Map.of());
        await().untilAsserted(() -> assertThat(read(states)).as(act).isEqualTo(before));
        assertThat(moderator.get("/moderation/").page().select("#item-" + item))
                .as(act)
                .hasSize(1);
    }
}
