package askme.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.hibernate.Session;

/**
 * The number of questions, stored in a column because a paginator must not count rows. The value is cached for a second, so
 * that a listing is one round trip. When this process commits a new or deleted question, it drops the cached value.
 */
@ApplicationScoped
public class SiteCounter {

    static final String READ = "SELECT value FROM site_counter WHERE name = 'questions'";
    private static final long CACHE_MS = 1000;

    private final Session hibernate;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private volatile Cached cached = Cached.NOTHING;

    SiteCounter(Session hibernate, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.hibernate = hibernate;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Cached(long questions, long until) {

        static final Cached NOTHING = new Cached(0, Long.MIN_VALUE);
    }

    /** The number of questions, at most a second old. */
    public long questions() {
        Cached last = cached;
        long now = clock.millis();
        if (now >= last.until) {
            last = new Cached(
                    hibernate
                            .createNativeQuery(READ, Long.class)
                            .addScalar("value", Long.class)
                            .getSingleResult(),
                    now + CACHE_MS);
            cached = last;
        }
        return last.questions;
    }

    /** Changes the number by {@code delta} in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void addQuestions(int delta) {
        hibernate
                .createNativeMutationQuery("UPDATE site_counter SET value = value + :delta WHERE name = 'questions'")
                .setParameter("delta", delta)
                .executeUpdate();
        transactions.registerInterposedSynchronization(new DropAfterCommit());
    }

    private final class DropAfterCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Only a committed change makes the cached value wrong.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                cached = Cached.NOTHING;
            }
        }
    }
}
