package askme.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.deletion.Deletions;
import askme.member.MemberRef;
import askme.member.Role;
import askme.question.QuestionDeletion;
import askme.session.Rights;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hidden answers cost a page nothing, and they follow their question in batches. */
@QuarkusTest
@Tag("one-process")
class DeletedAnswersTest {

    private static final int ANSWERS = 450;
    private static final int LEFT = 40;
    private static final int SIZE = AnswerQueries.PAGE_SIZE;

    @Inject
    AnswersOfDeleted following;

    @Inject
    QuestionDeletion questions;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long question;
    private long author;

    @BeforeEach
    void answerOften() {
        question = Visitor.member("fewAnn").ask("Which answers are left?", "Text", "");
        long first = Visitor.member("manyBob").answer(question, "The first");
        author = database.of("SELECT author_id FROM answer WHERE id = ?", first);
        for (int i = 1; i < ANSWERS; i++) {
            database.change(
                    "INSERT INTO answer (question_id, author_id, body, answered_at, rating)"
                            + " SELECT question_id, author_id, body, answered_at, ? FROM answer WHERE id = ?",
                    i % 7 - 3,
                    first);
        }
        database.change("UPDATE question SET answer_count = ? WHERE id = ?", ANSWERS, question);
        database.change(
                "UPDATE member SET answer_count = ?, rating = (SELECT SUM(rating) FROM answer WHERE author_id = ?) WHERE id = ?",
                ANSWERS,
                author,
                author);
    }

    @Test
    void pageReadsNoHiddenAnswer() {
        database.change(
                "UPDATE answer SET hidden = 1 WHERE question_id = ? ORDER BY id DESC LIMIT " + (ANSWERS - LEFT),
                question);
        database.change(
                "INSERT INTO deleted_post (question_id, answer_id, author_id, deleted_at, deleted_by)"
                        + " SELECT question_id, id, author_id, answered_at, author_id FROM answer WHERE question_id = ? AND hidden = 1",
                question);
        Map<String, Object> top = Map.ofEntries(
                Map.entry("question", question),
                Map.entry("author", author),
                Map.entry("reader", author),
                Map.entry("size", SIZE),
                Map.entry("skip", 0),
                Map.entry("after", 0),
                Map.entry("before", Long.MAX_VALUE));
        Stream.of(
                        AnswerQueries.PAGE,
                        AnswerQueries.PAGE_FROM_END,
                        AnswerQueries.NEWEST,
                        AnswerQueries.OLDEST,
                        AnswerQueries.NEWER,
                        AnswerQueries.OF_MEMBER)
                .forEach(list -> {
                    QueryCosts.Cost cost = costs.of(list, top);
                    assertThat(cost.returned()).as(list).isEqualTo(SIZE);
                    assertThat(cost.read()).as(list).isLessThanOrEqualTo(8L * SIZE);
                });
        for (String list : new String[] {Deletions.ANSWERS, Deletions.ANSWERS_OF_AUTHOR}) {
            QueryCosts.Cost cost = costs.of(list, top);
            assertThat(cost.returned()).as(list).isEqualTo(Deletions.SHOWN);
            assertThat(cost.read()).as(list).isLessThanOrEqualTo(3L * Deletions.SHOWN);
        }
    }

    @Test
    void eachBatchFollowsWhatTheQuestionIsNow() {
        long rating = rating();
        Rights moderator = new Rights(author, Role.MODERATOR, 0);
        questions.delete(question, new MemberRef(author, "bob", null, 0), moderator);
        following.followSome(question); // the process ends after the first batch
        questions.undelete(question, moderator);
        following.follow(question);
        following.follow(question);
        expect(ANSWERS, rating);

        questions.delete(question, new MemberRef(author, "bob", null, 0), moderator);
        await().untilAsserted(() -> expect(0, 0)); // by the job alone
        questions.undelete(question, moderator);
        await().untilAsserted(() -> expect(ANSWERS, rating));
    }

    private void expect(int answers, long rating) {
        assertThat(database.of("SELECT COUNT(*) FROM answer WHERE question_id = ? AND hidden = 0", question))
                .isEqualTo(answers);
        assertThat(database.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isEqualTo(answers);
        assertThat(database.of("SELECT answer_count FROM member WHERE id = ?", author))
                .isEqualTo(answers);
        assertThat(rating()).isEqualTo(rating);
    }

    private long rating() {
        return database.of("SELECT rating FROM member WHERE id = ?", author);
    }
}
