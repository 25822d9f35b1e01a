package askme.review;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletions have a reason, and a deleted comment comes back. */
@QuarkusTest
class UndoneDeletionTest {

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor troll;
    private Visitor one;
    private long question;

    @BeforeEach
    void people() {
        ann = Visitor.member("undoAnn");
        troll = Visitor.member("undoTroll");
        Visitor member = Visitor.member("undoOne");
        testDatabase.change("UPDATE member SET moderator = 1 WHERE nickname = ?", member.nickname());
        one = Visitor.guest().signIn(member.nickname());
        question = ann.ask("What is deleted here?", "Comments, and an answer.", "review");
    }

    private long comments() {
        return testDatabase.of("SELECT COUNT(*) FROM comment WHERE question_id = ?", question);
    }

    @Test
    void commentDeletedInTheQueueComesBackWithItsMarks() {
        troll.postForm("/question/" + question + "/comments", Map.of("text", "Not so rude"), troll.csrfToken());
        long comment = testDatabase.of("SELECT MAX(id) FROM comment WHERE question_id = ?", question);
        ann.postJson("/comment/" + comment + "/vote", "{\"value\":1}");
        ann.get("/comment/" + comment + "/report");
        ann.submit("form[action$=/report]", Map.of("reason", "rude", "note", ""));
        long item = testDatabase.of(
                "SELECT id FROM review_item WHERE post_kind = 'comment' AND post_id = ? AND decided = 0", comment);

        one.get("/moderation/");
        one.submit("#item-" + item + " .item-acts", Map.of("act", "deleted", "reason", "Rude"));
        assertThat(one.last().page().select(".flash").text()).contains("Undo");
        assertThat(comments()).isZero();

        one.submit(".flash form", Map.of());
        assertThat(testDatabase.of("SELECT rating FROM comment WHERE id = ?", comment))
                .isOne();
        assertThat(testDatabase.of("SELECT comment_count FROM question WHERE id = ?", question))
                .isOne();
        assertThat(testDatabase.of("SELECT decided FROM review_item WHERE id = ?", item))
                .isZero();
    }

    @Test
    void authorTakesTheDeletionOfACommentBack() {
        ann.postForm("/question/" + question + "/comments", Map.of("text", "Deleted by mistake"), ann.csrfToken());
        long comment = testDatabase.of("SELECT MAX(id) FROM comment WHERE question_id = ?", question);
        ann.get("/comment/" + comment + "/edit");
        ann.submit("form[action$=/delete]", Map.of());
        assertThat(comments()).isZero();
        assertThat(troll.post("/comment/" + comment + "/undelete", Map.of("csrf-token", troll.csrfToken()))
                        .status())
                .isEqualTo(404);

        ann.submit(".flash form", Map.of());

        assertThat(ann.last().page().select("#comment-" + comment).text()).contains("Deleted by mistake");
    }

    @Test
    void questionIsClosedFromTheQueueAndReopened() {
        long other = troll.ask("What was asked before?", "The same question.", "review");
        ann.get("/question/" + other + "/report");
        ann.submit("form[action$=/report]", Map.of("reason", "duplicate", "of", String.valueOf(question), "note", ""));
        String item = "#item-"
                + testDatabase.of(
                        "SELECT id FROM review_item WHERE post_kind = 'question' AND post_id = ? AND decided = 0",
                        other);
        one.get("/moderation/");
        assertThat(one.last().page().select(item + " [name=of]").val()).isEqualTo(String.valueOf(question));
        assertThat(one.submit(item + " .item-acts", Map.of("act", "closed", "of", ""))
                        .status())
                .isEqualTo(422);

        one.get("/moderation/");
        one.submit(item + " .item-acts", Map.of("act", "closed"));
        assertThat(one.last().page().select(".flash").text()).contains("The question is closed", "Undo");
        assertThat(Visitor.guest().get("/question/" + other + "/").body()).contains("closed as a duplicate");

        one.submit(".flash form", Map.of());
        assertThat(Visitor.guest().get("/question/" + other + "/").body()).doesNotContain("closed as a duplicate");
        assertThat(one.get("/moderation/").page().select(item)).isNotEmpty();
    }

    @Test
    void moderatorDeletesWithAReason() {
        long answer = troll.answer(question, "An answer beside the point");
        one.get("/answer/" + answer + "/edit");
        one.submit("form[action$=/delete]", Map.of("reason", "x".repeat(501)));
        assertThat(one.last().status()).isEqualTo(422);
        one.get("/answer/" + answer + "/edit");
        one.submit("form[action$=/delete]", Map.of("reason", "Beside the point"));

        assertThat(troll.get("/moderation/log/")
                        .page()
                        .select(".moderation-log")
                        .text())
                .contains("Deleted", "Beside the point");
        troll.get("/answer/" + troll.answer(question, "Another answer") + "/edit");
        assertThat(troll.last().page().select("#delete-reason")).isEmpty();
    }
}
