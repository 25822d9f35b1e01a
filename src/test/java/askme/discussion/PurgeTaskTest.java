package askme.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posts that were deleted a long time ago are removed, others stay. */
@QuarkusTest
@Tag("one-process")
class PurgeTaskTest {

    private static final String OLD = "UPDATE deleted_post SET deleted_at = UTC_TIMESTAMP(6) - INTERVAL ? DAY"
            + " WHERE question_id = ? AND answer_id = ?";

    @Inject
    PurgeTask task;

    @Inject
    TestDatabase database;

    @Test
    void postsOfMoreThanNinetyDaysAgoAreRemoved() {
        Visitor ann = Visitor.member("oldAnn");
        long old = ann.ask("Deleted a long time ago", "Text", "");
        long young = ann.ask("Deleted a short time ago", "Text", "");
        long kept = ann.ask("Not deleted", "Text", "");
        long oldAnswer = ann.answer(kept, "An old answer");
        long youngAnswer = ann.answer(kept, "A young answer");
        ann.answer(old, "An answer of a deleted question");
        for (String post :
                new String[] {"question/" + old, "question/" + young, "answer/" + oldAnswer, "answer/" + youngAnswer}) {
            ann.post("/" + post + "/delete", Map.of("csrf-token", ann.csrfToken()));
        }
        assertThat(database.change(OLD, 91, old, 0)).isOne();
        assertThat(database.change(OLD, 91, kept, oldAnswer)).isOne();
        assertThat(database.change(OLD, 89, young, 0)).isOne();
        database.change(
                "INSERT INTO deleted_post (question_id, answer_id, author_id, deleted_at, deleted_by)"
                        + " VALUES (?, 0, 1, UTC_TIMESTAMP(6) - INTERVAL 91 DAY, 1)",
                kept); // it was undeleted by a process that ended before this row was removed

        task.run();

        assertThat(database.all("SELECT id FROM question WHERE id IN (%d, %d, %d)".formatted(old, young, kept)))
                .containsExactlyInAnyOrder(young, kept);
        assertThat(database.all("SELECT id FROM answer WHERE question_id IN (%d, %d)".formatted(old, kept)))
                .containsExactly(youngAnswer);
        assertThat(database.of(
                        "SELECT COUNT(*) FROM deleted_post WHERE deleted_at < UTC_TIMESTAMP(6) - INTERVAL 90 DAY"))
                .isZero();
        assertThat(ann.post("/question/" + young + "/undelete", Map.of("csrf-token", ann.csrfToken()))
                        .status())
                .isEqualTo(200);
    }
}
