package askme.tag.edit;

import static org.assertj.core.api.Assertions.assertThat;

import askme.database.NewTransaction;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A merge of tags that stopped after a batch continues and ends. */
@QuarkusTest
@Tag("one-process")
class ResumedTagMergeTest {

    @Inject
    TagMerges merges;

    @Inject
    TagMergeBatch batch;

    @Inject
    TagMergeJob job;

    @Inject
    TestDatabase database;

    private final String suffix = "-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final String from = "rsf" + suffix;
    private final String into = "rsi" + suffix;

    private long id(String tag) {
        return database.of("SELECT id FROM tag WHERE name = ?", tag);
    }

    private long rows(String tag) {
        return database.of("SELECT COUNT(*) FROM question_tag WHERE tag_id = ?", id(tag));
    }

    private long counted(String tag) {
        return database.of("SELECT question_count FROM tag WHERE name = ?", tag);
    }

    @Test
    void stoppedMergeGoesOn() {
        Visitor ann = Visitor.member("ann");
        int asked = 0;
        for (String tags : List.of(from, from + ", " + into, from, into)) {
            ann.ask("A question of a merge", "Number " + asked++ + " of its questions", tags);
        }
        // Without its order no worker runs it.
        database.change(
                "INSERT INTO tag_merge (from_id, from_name, target_id, target_name, begun_by, begun_at)"
                        + " VALUES (?, ?, ?, ?, 1, UTC_TIMESTAMP(6))",
                id(from),
                from,
                id(into),
                into);
        long order = database.of("SELECT id FROM tag_merge WHERE from_name = ?", from);
        TagMerges.Running merge =
                NewTransaction.call(() -> merges.running(order)).orElseThrow();
        List<Long> questions = NewTransaction.call(() -> batch.questions(merge));
        assertThat(questions).hasSize(3);
        NewTransaction.run(() -> batch.move(merge, questions.subList(0, 2)));
        assertThat(rows(from)).isEqualTo(1).isEqualTo(counted(from));
        assertThat(rows(into)).isEqualTo(3).isEqualTo(counted(into));
        NewTransaction.run(() -> batch.move(merge, questions.subList(0, 2))); // delivered again
        assertThat(rows(into)).isEqualTo(3).isEqualTo(counted(into));

        job.handle(new MergeTags(order), null);
        job.handle(new MergeTags(order), null);
        assertThat(id(from)).isZero();
        assertThat(rows(into)).isEqualTo(4).isEqualTo(counted(into));
        assertThat(database.of("SELECT COUNT(*) FROM listed_question WHERE tag_id = ?", id(into)))
                .isEqualTo(4);
        assertThat(database.of("SELECT COUNT(*) FROM tag_merge WHERE id = ? AND ended_at IS NOT NULL", order))
                .isEqualTo(1);
    }
}
