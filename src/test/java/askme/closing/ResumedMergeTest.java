package askme.closing;

import static org.assertj.core.api.Assertions.assertThat;

import askme.answer.AnswerMoves;
import askme.database.NewTransaction;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A merge of questions that stopped after a batch continues and ends. */
@QuarkusTest
@Tag("one-process")
class ResumedMergeTest {

    @Inject
    MergeAnswers job;

    @Inject
    AnswerMoves moves;

    @Inject
    TestDatabase database;

    private long answers(long question) {
        long rows = database.of("SELECT COUNT(*) FROM answer WHERE hidden = 0 AND question_id = ?", question);
        assertThat(database.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isEqualTo(rows);
        return rows;
    }

    @Test
    void stoppedMergeGoesOn() {
        Visitor asker = Visitor.member("asker");
        Visitor answerer = Visitor.member("answerer");
        long from = asker.ask("What is merged here?", "Its answers move", "resumed");
        long into = asker.ask("Where do they move?", "They move here", "resumed");
        answerer.answer(from, "The first answer of this test");
        Visitor moderator = new Order(database).moderator("orderly");
        Order.duplicate(moderator, from, into);
        // Without its order no worker runs it.
        database.change(
                "UPDATE closed_question SET duplicate_of = ?, merge_begun_at = UTC_TIMESTAMP(6) WHERE question_id = ?",
                into,
                from);
        NewTransaction.call(() -> moves.moveSome(from, into));
        assertThat(answers(from)).isZero();
        assertThat(answers(into)).isEqualTo(1);
        long late = answerer.answer(into, "An answer that came in between");
        database.change("UPDATE answer SET question_id = ? WHERE id = ?", from, late); // one that the batch has left
        database.change("UPDATE question SET answer_count = 1 WHERE id IN (?, ?)", from, into);

        job.handle(new MergeBegun(from), null);
        job.handle(new MergeBegun(from), null);
        assertThat(answers(from)).isZero();
        assertThat(answers(into)).isEqualTo(2);
        assertThat(database.of(
                        "SELECT COUNT(*) FROM closed_question WHERE merge_ended_at IS NOT NULL AND question_id = ?",
                        from))
                .isEqualTo(1);
    }
}
