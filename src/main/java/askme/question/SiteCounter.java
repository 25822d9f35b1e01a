package askme.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.hibernate.Session;

/**
 * How many questions there are, kept as a column: a paginator must not count rows. Remembered for a second, so that a
 * listing is one round trip; whoever asks or deletes a question here ends the memo when that is committed.
 */
@ApplicationScoped
public class SiteCounter {

    static final String READ = "SELECT value FROM site_counter WHERE name = 'questions'";
    private static final long MEMO_MS = 1000;

    private final Session database;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private volatile Memo memo = new Memo(0, Long.MIN_VALUE);

    SiteCounter(Session database, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Memo(long questions, long until) {}

    /** At most a second old. */
    public long questions() {
        Memo known = memo;
        long now = clock.millis();
        if (now >= known.until) {
            known = new Memo(
                    database.createNativeQuery(READ, Long.class)
                            .addScalar("value", Long.class)
                            .getSingleResult(),
                    now + MEMO_MS);
            memo = known;
        }
        return known.questions;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addQuestions(int delta) {
        database.createNativeMutationQuery("UPDATE site_counter SET value = value + :delta WHERE name = 'questions'")
                .setParameter("delta", delta)
                .executeUpdate();
        transactions.registerInterposedSynchronization(new Forget());
    }

    private final class Forget implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Only what is committed makes the memo wrong.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                memo = new Memo(0, Long.MIN_VALUE);
            }
        }
    }
}
