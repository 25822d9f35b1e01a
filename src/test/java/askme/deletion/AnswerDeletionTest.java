package askme.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers are deleted and undeleted by their authors and by moderators. */
@QuarkusTest
@Tag("program")
class AnswerDeletionTest {

    @Inject
    TestDatabase database;

    private Visitor ann;
    private Visitor bob;
    private Visitor chief;
    private long question;
    private long answer;

    @BeforeEach
    void post() {
        ann = Visitor.member("delAnn");
        bob = Visitor.member("delBob");
        chief = Visitor.member("delChief");
        database.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
        question = ann.ask("Which answer will be deleted?", "A text", "");
        answer = bob.answer(question, "The **deleted** answer");
        ann.postJson("/answer/" + answer + "/vote", "{\"value\": 1}");
        ann.postJson("/answer/" + answer + "/accept", "");
    }

    @Test
    void authorDeletesAndUndeletes() {
        bob.get("/answer/" + answer + "/edit");
        Visitor.Reply deleted = bob.submit("form[action$=/delete]", Map.of());
        assertThat(deleted.page().select(".post.deleted").text())
                .contains("The deleted answer", "Deleted by " + bob.nickname());
        assertThat(deleted.page().select("#answers .answer")).isEmpty();
        assertThat(counts()).containsExactly(0L, 0L, 0L, 0L);

        Visitor.Reply back = bob.submit(".deletion-note form[action$=/undelete]", Map.of());
        assertThat(back.url()).endsWith("#answer-" + answer);
        assertThat(back.page().select("#answers .answer").text()).contains("The deleted answer");
        assertThat(back.page().select(".post.deleted, .answer.accepted")).isEmpty();
        assertThat(counts()).containsExactly(1L, 1L, 1L, 0L);
    }

    @Test
    void deletedAnswerDoesNotExistForThePublic() {
        long comment = comment();
        delete(bob);
        for (Visitor reader : List.of(Visitor.guest(), ann)) {
            assertThat(reader.get("/question/" + question + "/").body()).doesNotContain("The <strong>deleted");
            for (String path : List.of("/", "/edit", "/comments", "/revisions")) {
                assertThat(reader.get("/answer/" + answer + path).status())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(reader.get("/comment/" + comment + "/").status()).isEqualTo(404);
            assertThat(reader.get("/member/" + bob.nickname() + "/?tab=answers").body())
                    .doesNotContain("Which answer will be deleted?");
            assertThat(reader.get("/member/" + ann.nickname() + "/?tab=comments")
                            .body())
                    .doesNotContain("Helpful comment");
        }
        assertThat(Visitor.guest()
                        .get("/question/" + question + "/answers/since?known=" + answer + "&after=0&asOf=0")
                        .body())
                .doesNotContain("Helpful comment");
    }

    @Test
    void votesCommentsAndEditsOfADeletedAnswerAre404() {
        long comment = comment();
        delete(bob);
        for (Visitor member : List.of(ann, bob, chief)) {
            Map<String, String> token = Map.of("csrf-token", member.csrfToken(), "text", "Some text", "value", "1");
            for (String path : List.of("vote", "accept", "edit", "comments", "delete", "revisions/1/restore")) {
                assertThat(member.post("/answer/" + answer + "/" + path, token).status())
                        .as(path)
                        .isEqualTo(404);
            }
            for (String path : List.of("vote", "edit", "delete", "answer")) {
                assertThat(member.post("/comment/" + comment + "/" + path, token)
                                .status())
                        .as(path)
                        .isIn(403, 404);
            }
        }
        assertThat(counts()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void whatAModeratorDeletedItsAuthorCannotUndelete() {
        delete(chief);
        assertThat(bob.get("/question/" + question + "/")
                        .page()
                        .select(".post.deleted")
                        .text())
                .contains("Deleted by " + chief.nickname());
        assertThat(bob.last().page().select("form[action$=/undelete], form[action$=/purge]"))
                .isEmpty();
        assertThat(undelete(bob)).isEqualTo(403);
        assertThat(undelete(ann)).isEqualTo(404);
        assertThat(bob.post("/answer/" + answer + "/purge", Map.of("csrf-token", bob.csrfToken()))
                        .status())
                .isEqualTo(403);
        assertThat(undelete(chief)).isEqualTo(200);
        assertThat(undelete(chief)).isEqualTo(404);
        assertThat(counts()).containsExactly(1L, 1L, 1L, 0L);
    }

    @Test
    void moderatorPurgesWithAllThatBelongsToTheAnswer() {
        comment();
        delete(bob);
        assertThat(bob.json(
                                "PUT",
                                "/drafts/comment-a" + answer,
                                "{\"text\":\"A draft\",\"typedAt\":" + System.currentTimeMillis() + "}",
                                bob.csrfToken())
                        .status())
                .isLessThan(300);
        chief.get("/question/" + question + "/");
        Visitor.Reply purged = chief.submit("form[action$=/answer/" + answer + "/purge]", Map.of());
        assertThat(purged.page().select("[role=status]").text()).contains("Removed for good");
        for (String rows : List.of(
                "answer WHERE id = ?",
                "answer_vote WHERE answer_id = ?",
                "comment WHERE answer_id = ?",
                "deleted_post WHERE answer_id = ?",
                "draft WHERE place = CONCAT('comment-a', ?)")) {
            assertThat(database.of("SELECT COUNT(*) FROM " + rows, answer))
                    .as(rows)
                    .isZero();
        }
        assertThat(counts()).containsExactly(0L, 0L, 0L, 0L);
    }

    /** The question's answers; the author's answers and rating; whether an answer is accepted. */
    private List<Long> counts() {
        return List.of(
                database.of("SELECT answer_count FROM question WHERE id = ?", question),
                database.of("SELECT answer_count FROM member WHERE nickname = ?", bob.nickname()),
                database.of("SELECT rating FROM member WHERE nickname = ?", bob.nickname()),
                database.of("SELECT accepted_answer_id FROM question WHERE id = ?", question));
    }

    private long comment() {
        ann.post("/answer/" + answer + "/comments", Map.of("csrf-token", ann.csrfToken(), "text", "Helpful comment"));
        return database.of("SELECT MAX(id) FROM comment WHERE answer_id = ?", answer);
    }

    private void delete(Visitor member) {
        assertThat(member.post("/answer/" + answer + "/delete", Map.of("csrf-token", member.csrfToken()))
                        .status())
                .isEqualTo(200);
    }

    private int undelete(Visitor member) {
        return member.post("/answer/" + answer + "/undelete", Map.of("csrf-token", member.csrfToken()))
                .status();
    }
}
