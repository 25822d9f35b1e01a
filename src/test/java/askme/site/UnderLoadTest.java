package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many members read while some write: no request fails, and every count is exact afterwards.
 * {@code -Dload.seconds=120} for the long run.
 */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("full")
@Tag("load")
class UnderLoadTest {

    private static final int READERS = 64;
    private static final int WRITERS = 8;
    private static final int LEAST_ROUNDS = 7;
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("load.seconds", 15));

    @Inject
    Filled filled;

    @Inject
    TestDatabase testDatabase;

    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger votes = new AtomicInteger();
    private volatile boolean over;

    @Test
    void concurrentReadsAndWritesKeepCountsExact() throws Exception {
        filled.once();
        long question = testDatabase.of("SELECT id FROM question ORDER BY answer_count DESC LIMIT 1 OFFSET 3");
        long answersBefore = testDatabase.of("SELECT answer_count FROM question WHERE id = ?", question);
        List<Visitor> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(Visitor.member("writer"));
        }
        AtomicInteger answers = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(READERS + WRITERS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            running.add(threads.submit(() -> again(round -> read(question, round))));
        }
        for (Visitor writer : writers) {
            running.add(threads.submit(() -> again(round -> write(writer, question, round, answers))));
        }
        Awaitility.await().pollDelay(LONG).atMost(LONG.plusMinutes(1)).until(() -> true);
        over = true;
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();

        assertThat(errors).isEmpty();
        assertThat(pages.get()).isGreaterThanOrEqualTo(READERS * LEAST_ROUNDS);
        assertThat(answers.get()).isGreaterThanOrEqualTo(WRITERS * 3);
        assertThat(votes.get()).isGreaterThanOrEqualTo(WRITERS * 4);
        assertThat(testDatabase.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isEqualTo(answersBefore + answers.get())
                .isEqualTo(testDatabase.of("SELECT COUNT(*) FROM answer WHERE question_id = ?", question));
        assertThat(testDatabase.of("SELECT COUNT(*) FROM question q WHERE rating <> COALESCE("
                        + "(SELECT SUM(value) FROM question_vote v WHERE v.question_id = q.id), 0)"))
                .isZero();
        assertThat(testDatabase.of("SELECT COUNT(*) FROM member m WHERE rating <>"
                        + " COALESCE((SELECT SUM(rating) FROM question WHERE author_id = m.id), 0)"
                        + " + COALESCE((SELECT SUM(rating) FROM answer WHERE author_id = m.id), 0)"))
                .isZero();
        assertThat(testDatabase.of("SELECT COUNT(*) FROM question_tag t JOIN question q ON q.id = t.question_id"
                        + " WHERE t.rating <> q.rating"))
                .isZero();
    }

    private void again(IntConsumer work) {
        // A minimum of rounds, because a busy machine might do nothing within the time.
        for (int round = 0; !over || round < LEAST_ROUNDS; round++) {
            try {
                work.accept(round);
            } catch (RuntimeException | AssertionError e) {
                errors.add(e.toString());
            }
        }
    }

    private void read(long question, int round) {
        String[] paths = {
            "/",
            "/hot/",
            "/tag/java/",
            "/question/" + question + "/",
            "/?page=100",
            "/question/" + (1 + round % 3000) + "/"
        };
        Visitor.Reply reply = Visitor.guest().get(paths[round % paths.length]);
        pages.incrementAndGet();
        if (reply.status() != 200) {
            errors.add(reply.status() + " " + reply.url());
        }
    }

    private void write(Visitor writer, long question, int round, AtomicInteger answers) {
        if (round % 3 == 0) {
            writer.answer(question, "Answer " + round + " under load.");
            answers.incrementAndGet();
            return;
        }
        Visitor.Reply reply = writer.postJson(
                "/question/" + (1 + round % 50) + "/vote", "{\"value\": " + (round % 2 == 0 ? 1 : -1) + "}");
        votes.incrementAndGet();
        if (reply.status() != 200) {
            errors.add(reply.status() + " vote " + reply.body());
        }
    }
}
