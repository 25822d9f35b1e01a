package askme.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The events and the members who are notified of them, as the inbox shows it. */
@QuarkusTest
@Tag("program")
class InboxTest {

    @Inject
    TestDatabase database;

    private Visitor ann;
    private Visitor bob;
    private Visitor eve;
    private long question;

    @BeforeEach
    void ask() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        eve = Visitor.member("eve");
        question = ann.ask("Who is notified?", "Somebody may be", "inbox-one inbox-two");
    }

    private static Document inbox(Visitor member) {
        return member.get("/notifications/").page();
    }

    private static List<String> rows(Visitor member) {
        return inbox(member).select(".notifications .row-meta").eachText();
    }

    private static String unread(Visitor member) {
        return member.get("/notifications/count").body();
    }

    private void awaitUnread(Visitor member, int number) {
        await().untilAsserted(() -> assertThat(unread(member)).isEqualTo("{\"unread\":" + number + "}"));
    }

    /** All jobs that events of this test recorded were executed. */
    private void awaitJobs() {
        await().until(() -> database.of(
                        "SELECT COUNT(*) FROM outbox WHERE push_at IS NOT NULL AND handler REGEXP '^(notify|withdraw)'")
                == 0);
    }

    private void comment(Visitor author, String post, String text) {
        author.get(post + "/comments/");
        author.submit(".comment-form", Map.of("text", text));
    }

    @Test
    void severalAnswersAreOneRow() {
        bob.answer(question, "One");
        bob.answer(question, "Two");
        long last = eve.answer(question, "Three");
        await().untilAsserted(
                        () -> assertThat(rows(ann)).singleElement().asString().contains("3 new answers", "eve"));
        assertThat(unread(ann)).isEqualTo("{\"unread\":1}");
        assertThat(ann.get("/").page().select("#bell").attr("data-unread")).isEqualTo("1");
        assertThat(ann.get("/question/" + question + "/").page().select("#bell").attr("data-unread"))
                .isEqualTo("1");
        awaitUnread(bob, 1); // bob follows by his answer, and hears of eve's
        String link = inbox(ann).selectFirst(".row-title").attr("href");
        Reply opened = ann.get(link);
        assertThat(opened.url()).contains("#answer-" + last);
        assertThat(unread(ann)).isEqualTo("{\"unread\":0}");
        assertThat(inbox(ann).select(".notifications .unread")).isEmpty();
        assertThat(bob.get(link).status()).isEqualTo(404);
        bob.answer(question, "Four");
        await().untilAsserted(() -> assertThat(rows(ann)).hasSize(2));
    }

    @Test
    void mentionIsNotAlsoAComment() {
        comment(bob, "/question/" + question, "Hello @" + eve.nickname() + " and @" + bob.nickname());
        awaitUnread(ann, 1);
        awaitUnread(eve, 1);
        assertThat(rows(ann).get(0)).contains("1 new comment");
        assertThat(rows(eve).get(0)).contains("You were mentioned");
        comment(eve, "/question/" + question, "Hello @" + ann.nickname());
        awaitUnread(ann, 2);
        awaitUnread(bob, 1); // who commented there
        awaitJobs();
        assertThat(rows(ann)).hasSize(2);
        assertThat(unread(bob)).isEqualTo("{\"unread\":1}");
        assertThat(unread(eve)).isEqualTo("{\"unread\":1}");
    }

    @Test
    void authorHearsOfTheOwnAnswer() {
        long answer = bob.answer(question, "An answer");
        ann.get("/question/" + question + "/");
        ann.postJson("/answer/" + answer + "/accept", "{}");
        awaitUnread(bob, 1);
        assertThat(rows(bob).get(0)).contains("Your answer was accepted");
        ann.postJson("/answer/" + answer + "/accept", "{}");
        awaitUnread(bob, 0);
        comment(eve, "/answer/" + answer, "A comment");
        awaitUnread(bob, 1);
        awaitUnread(ann, 1); // of the answer, not of the comment
        eve.get("/answer/" + answer + "/edit");
        eve.submit("form[action$=/edit]", Map.of("text", "A better answer"));
        awaitUnread(bob, 2);
        assertThat(rows(bob).get(0)).contains("1 suggested edit waits", "eve");
        String suggestion = inbox(bob).selectFirst(".row-title").attr("href");
        bob.get(suggestion);
        bob.submit("form[action$=/take]", Map.of());
        awaitUnread(eve, 1);
        assertThat(rows(eve).get(0)).contains("Your suggested edit was decided", "bob");
        awaitJobs();
        assertThat(unread(bob)).isEqualTo("{\"unread\":1}"); // bob took the edit: no news of it
        assertThat(unread(ann)).isEqualTo("{\"unread\":1}");
    }

    @Test
    void newQuestionNotifiesOnceByItsMostSpecificKind() {
        for (Visitor member : new Visitor[] {bob, eve}) {
            member.get("/");
            member.postJson("/tag/inbox-one/follow", "{}");
            member.postJson("/tag/inbox-two/follow", "{}");
        }
        eve.postJson("/member/" + ann.nickname() + "/follow", "{}");
        long asked = ann.ask("Another question about it?", "With two tags", "inbox-one inbox-two");
        awaitUnread(bob, 1);
        awaitUnread(eve, 1);
        awaitJobs();
        assertThat(rows(bob)).singleElement().asString().contains("New question in a tag");
        assertThat(rows(eve)).singleElement().asString().contains("New post of a member");
        ann.answer(question, "My own answer");
        awaitUnread(eve, 2);
        ann.get("/question/" + asked + "/");
        ann.post("/question/" + asked + "/delete", Map.of("csrf-token", ann.csrfToken()));
        awaitUnread(bob, 0);
        awaitUnread(eve, 1);
        assertThat(rows(bob)).isEmpty();
        assertThat(unread(ann)).isEqualTo("{\"unread\":0}");
    }

    @Test
    void mutedQuestionAndSuspendedMemberGetNothing() {
        bob.get("/question/" + question + "/");
        bob.postJson("/question/" + question + "/follow", "{}");
        assertThat(bob.postJson("/question/" + question + "/mute", "{}").body()).isEqualTo("{\"muted\":true}");
        Visitor gone = Visitor.member("gone");
        gone.get("/question/" + question + "/");
        gone.postJson("/question/" + question + "/follow", "{}");
        database.change("UPDATE member SET suspended = 1 WHERE nickname = ?", gone.nickname());
        eve.answer(question, "Hello @" + bob.nickname());
        comment(eve, "/question/" + question, "Hello @" + bob.nickname());
        awaitUnread(ann, 2);
        awaitJobs();
        assertThat(unread(bob)).isEqualTo("{\"unread\":0}");
        assertThat(database.of(
                        "SELECT COUNT(*) FROM notification n JOIN member m ON m.id = n.member_id WHERE m.nickname = ?",
                        gone.nickname()))
                .isZero();
    }

    @Test
    void rowsAreMarkedByOneButtonOrAllAtOnce() {
        bob.answer(question, "An answer");
        comment(bob, "/question/" + question, "A comment");
        awaitUnread(ann, 2);
        inbox(ann);
        Reply one = ann.submit(".notifications form", Map.of());
        assertThat(one.page().select(".notifications .unread")).hasSize(1);
        assertThat(ann.postJson("/notifications/read", "{\"id\":999999999}").body())
                .isEqualTo("{\"unread\":1}");
        assertThat(ann.postJson("/notifications/read", "{}").body()).isEqualTo("{\"unread\":0}");
        assertThat(ann.get("/notifications/abc/").status()).isEqualTo(404);
        assertThat(Visitor.guest().get("/notifications/").url()).contains("/login");
    }

    @Test
    void deletedAnswerIsTakenBack() {
        long first = bob.answer(question, "An answer");
        long second = bob.answer(question, "Another answer");
        comment(eve, "/answer/" + second, "A comment");
        await().untilAsserted(
                        () -> assertThat(rows(ann)).singleElement().asString().contains("2 new answers"));
        awaitUnread(bob, 1);
        bob.get("/question/" + question + "/");
        bob.post("/answer/" + second + "/delete", Map.of("csrf-token", bob.csrfToken()));
        await().untilAsserted(
                        () -> assertThat(rows(ann)).singleElement().asString().contains("1 new answer"));
        awaitUnread(bob, 0);
        assertThat(ann.get(inbox(ann).selectFirst(".row-title").attr("href")).url())
                .contains("#answer-" + first);
    }
}
