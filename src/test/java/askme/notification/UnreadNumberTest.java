package askme.notification;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts arrive twice, are read and are withdrawn by several threads. The stored numbers equal the counted rows. */
@QuarkusTest
@Tag("one-process") // It calls the beans of this process.
class UnreadNumberTest {

    private static final long FIRST = 900_000_000L;
    private static final int MEMBERS = 6;
    private static final int STEPS = 60;
    private static final int THREADS = 4;

    private static final String NUMBERS = "SELECT COUNT(*) FROM inbox i WHERE i.member_id >= " + FIRST
            + " AND unread <> (SELECT COUNT(*) FROM notification n WHERE n.member_id = i.member_id AND n.seen = 0)";

    private static final String CAUSES = "SELECT COUNT(*) FROM notification n WHERE n.member_id >= " + FIRST
            + " AND causes <> (SELECT COUNT(*) FROM notification_cause c WHERE c.notification_id = n.id)";

    private static final String DOUBLE =
            "SELECT COUNT(*) FROM notification_cause c LEFT JOIN notification n ON n.id = c.notification_id"
                    + " WHERE c.member_id >= " + FIRST + " AND n.id IS NULL";

    @Inject
    Notifier notifier;

    @Inject
    Withdrawal withdrawal;

    @Inject
    InboxChanges changes;

    @Inject
    Inbox inbox;

    @Inject
    TestDatabase database;

    private final long seed = Long.getLong("askme.test.seed", System.nanoTime());

    @AfterEach
    void remove() {
        for (String table : new String[] {"notification_cause", "notification", "inbox"}) {
            database.change("DELETE FROM " + table + " WHERE member_id >= " + FIRST);
        }
    }

    private static List<Long> everybody() {
        return LongStream.range(FIRST, FIRST + MEMBERS).boxed().toList();
    }

    private static Fact answer(long question, long id) {
        return new Fact(
                NotificationKind.ANSWER,
                FIRST + question,
                0,
                Cause.of(Cause.ANSWER, FIRST + id),
                1,
                Instant.EPOCH.plusSeconds(1_700_000_000L + id));
    }

    @Test
    void factThatArrivesTwiceCountsOnce() {
        notifier.tell(answer(1, 1), everybody());
        notifier.tell(answer(1, 1), everybody());
        notifier.tell(answer(1, 2), everybody());
        assertThat(inbox.unread(FIRST)).isEqualTo(1);
        assertThat(database.of("SELECT causes FROM notification WHERE member_id = " + FIRST))
                .isEqualTo(2);
        changes.readAll(FIRST);
        notifier.tell(answer(1, 2), everybody());
        assertThat(inbox.unread(FIRST)).isZero();
        notifier.tell(answer(1, 3), everybody());
        assertThat(inbox.unread(FIRST)).isEqualTo(1);
        assertThat(inbox.unread(FIRST + 1)).isEqualTo(1);
    }

    @Test
    void numbersAgreeAfterARandomWalkOfSeveralThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(seed + thread);
                running.add(threads.submit(() -> walk(random)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (String wrong : new String[] {NUMBERS, CAUSES, DOUBLE}) {
            assertThat(database.of(wrong))
                    .as("%s -Daskme.test.seed=%d", wrong, seed)
                    .isZero();
        }
        assertThat(database.of("SELECT COUNT(*) FROM notification WHERE member_id >= " + FIRST))
                .isPositive();
    }

    private Void walk(Random random) throws Exception {
        for (int step = 0; step < STEPS; step++) {
            long member = FIRST + random.nextInt(MEMBERS);
            switch (random.nextInt(8)) {
                case 0 -> changes.readAll(member);
                case 1 ->
                    changes.read(
                            member,
                            database.of("SELECT MAX(id) FROM notification WHERE seen = 0 AND member_id = " + member));
                case 2 -> withdraw(random);
                case 3 -> withdrawal.question(FIRST + random.nextInt(3));
                default ->
                    notifier.tell(
                            answer(random.nextInt(3), random.nextInt(40)),
                            everybody().subList(random.nextInt(3), MEMBERS - random.nextInt(3)));
            }
        }
        return null;
    }

    /** A job that finds another one at the same cause is repeated. */
    private void withdraw(Random random) throws Exception {
        Cause cause = Cause.of(Cause.ANSWER, FIRST + random.nextInt(40));
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                withdrawal.cause(cause);
                return;
            } catch (IllegalStateException another) {
                // the next attempt reads again
            }
        }
    }
}
