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

/** Questions are deleted and undeleted by their authors and by moderators. Their answers follow. */
@QuarkusTest
@Tag("program")
class QuestionDeletionTest {

    private static final String TITLE = "Which question will be deleted?";

    @Inject
    TestDatabase database;

    private Visitor ann;
    private Visitor bob;
    private Visitor chief;
    private String tag;
    private long question;

    @BeforeEach
    void ask() {
        ann = Visitor.member("qdelAnn");
        bob = Visitor.member("qdelBob");
        chief = Visitor.member("qdelChief");
        database.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
        tag = Visitor.unique("qdel");
        question = ann.ask(TITLE, "The deleted text of " + tag, tag);
        bob.postJson("/question/" + question + "/vote", "{\"value\": 1}");
    }

    @Test
    void authorDeletesAndUndeletesAQuestionOfTheirOwn() {
        ann.answer(question, "My own answer");
        ann.get("/question/" + question + "/edit");
        Visitor.Reply deleted = ann.submit("form[action$=/delete]", Map.of());
        assertThat(deleted.url()).endsWith("/question/" + question + "/");
        assertThat(deleted.page().select(".post.deleted").text())
                .contains("The deleted text", "Deleted by " + ann.nickname());
        assertThat(deleted.page().select("form:has(textarea), .votes")).isEmpty();
        assertThat(state()).containsExactly(0L, 0L, 0L, 0L, 0L);

        Visitor.Reply back = ann.submit("form[action$=/undelete]", Map.of());
        assertThat(back.page().select("#answers .answer").text()).contains("My own answer");
        assertThat(back.page().select(".post.question .rating").text()).isEqualTo("1");
        assertThat(state()).containsExactly(1L, 1L, 1L, 1L, 1L);
        assertThat(listed()).isTrue();
    }

    @Test
    void deletedQuestionDoesNotExistForThePublic() {
        bob.answer(question, "An answer");
        delete(chief);
        assertThat(listed()).isFalse();
        for (Visitor reader : List.of(Visitor.guest(), bob)) {
            for (String path : List.of(
                    "/", "/comments", "/revisions", "/edit", "/answers/since?after=0&known=1", "/?sort=newest")) {
                assertThat(reader.get("/question/" + question + path).status())
                        .as(path)
                        .isEqualTo(404);
            }
            for (String list : List.of(
                    "/member/" + ann.nickname() + "/",
                    "/member/" + bob.nickname() + "/?tab=answers",
                    "/search/?q=%22" + tag + "%22",
                    "/feed.atom",
                    "/sitemap-1.xml")) {
                assertThat(reader.get(list).body())
                        .as(list)
                        .doesNotContain("/question/" + question + "/")
                        .doesNotContain("The deleted text of " + tag);
            }
        }
    }

    @Test
    void nobodyVotesCommentsEditsOrAnswers() {
        long answer = bob.answer(question, "An answer");
        delete(chief);
        for (Visitor member : List.of(ann, bob, chief)) {
            Map<String, String> form =
                    Map.of("csrf-token", member.csrfToken(), "title", TITLE, "text", "Some text", "value", "1");
            for (String path : List.of("vote", "edit", "answers", "comments", "delete", "revisions/1/restore")) {
                assertThat(member.post("/question/" + question + "/" + path, form)
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
            for (String path : List.of("vote", "edit", "accept", "comments", "delete", "undelete")) {
                assertThat(member.post("/answer/" + answer + "/" + path, form).status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        assertThat(database.of("SELECT rating FROM member WHERE nickname = ?", bob.nickname()))
                .isZero();
    }

    @Test
    void whatAModeratorDeletedItsAuthorCannotUndelete() {
        delete(chief);
        assertThat(ann.get("/question/" + question + "/").page().select("form[action$=/undelete]"))
                .isEmpty();
        assertThat(post(ann, "undelete")).isEqualTo(403);
        assertThat(post(bob, "undelete")).isEqualTo(404);
        assertThat(post(ann, "purge")).isEqualTo(403);
        assertThat(post(bob, "purge")).isEqualTo(404);
        assertThat(post(chief, "undelete")).isEqualTo(200);
        assertThat(post(chief, "purge")).isEqualTo(404);
        assertThat(listed()).isTrue();
    }

    @Test
    void ratingsOfAnswersFollowAndTheAcceptedMarkIsCleared() {
        long answer = bob.answer(question, "A good answer");
        ann.postJson("/answer/" + answer + "/vote", "{\"value\": 1}");
        ann.postJson("/answer/" + answer + "/accept", "");
        delete(chief);
        assertThat(rating(bob)).isZero();
        assertThat(rating(ann)).isZero();
        chief.submit("form[action$=/undelete]", Map.of());
        assertThat(rating(bob)).isEqualTo(1);
        assertThat(rating(ann)).isEqualTo(1);
        assertThat(ann.get("/question/" + question + "/").page().select(".answer.accepted"))
                .isEmpty();
        assertThat(database.of(
                        "SELECT good_answers FROM listed_question WHERE question_id = ? AND tag_id = 0", question))
                .isEqualTo(1);
    }

    @Test
    void moderatorPurgesAQuestionWithItsAnswers() {
        long answer = bob.answer(question, "An answer");
        bob.post("/question/" + question + "/comments", Map.of("csrf-token", bob.csrfToken(), "text", "A comment"));
        delete(chief);
        Visitor.Reply purged = chief.submit("form[action$=/purge]", Map.of());
        assertThat(purged.page().select("[role=status]").text()).contains("Removed for good");
        assertThat(chief.get("/question/" + question + "/").status()).isEqualTo(404);
        for (String table : List.of("question_vote", "question_tag", "comment", "answer", "deleted_post")) {
            assertThat(database.of("SELECT COUNT(*) FROM " + table + " WHERE question_id = ?", question))
                    .as(table)
                    .isZero();
        }
        assertThat(database.of("SELECT COUNT(*) FROM search_answer WHERE answer_id = ?", answer))
                .isZero();
        assertThat(List.of(rating(ann), rating(bob))).containsOnly(0L);
    }

    private void delete(Visitor member) {
        assertThat(post(member, "delete")).isEqualTo(200);
    }

    private int post(Visitor member, String step) {
        return member.post("/question/" + question + "/" + step, Map.of("csrf-token", member.csrfToken()))
                .status();
    }

    private long rating(Visitor member) {
        return database.of("SELECT rating FROM member WHERE nickname = ?", member.nickname());
    }

    /** The rating, the questions and the answers of the author, the questions of the tag, the answers of the question. */
    private List<Long> state() {
        String of = "FROM member WHERE nickname = ?";
        return List.of(
                rating(ann),
                database.of("SELECT question_count " + of, ann.nickname()),
                database.of("SELECT answer_count " + of, ann.nickname()),
                database.of("SELECT question_count FROM tag WHERE name = ?", tag),
                database.of("SELECT answer_count FROM question WHERE id = ?", question));
    }

    private boolean listed() {
        List<Boolean> found = List.of("/", "/active/", "/unanswered/", "/hot/").stream()
                .map(list -> Visitor.guest().get(list + "?tag=" + tag).body().contains("/question/" + question + "/"))
                .distinct()
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
