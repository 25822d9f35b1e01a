package askme.database;

import askme.resilience.Bulkhead;
import askme.resilience.Causes;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Retries a transaction that the database rolled back as a deadlock victim. The database asks for it ("try restarting
 * transaction"). Two members can cause a deadlock, and so can a migration that runs while they write.
 */
@Interceptor
@Transactional
@Priority(DeadlockRetry.OUTSIDE_OF_TRANSACTION)
public class DeadlockRetry {

    /** Narayana begins transactions at PLATFORM_BEFORE + 200. A retry needs a new transaction, so it surrounds that. */
    static final int OUTSIDE_OF_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;

    private static final Logger LOG = Logger.getLogger(DeadlockRetry.class);
    private static final int DEADLOCK = 1213;
    private static final int ATTEMPTS = 6;

    /** A random pause ends the same order of statements that led to the deadlock. */
    private static final int LONGEST_PAUSE_MS = 50;

    private final TransactionSynchronizationRegistry transactions;

    DeadlockRetry(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object call(InvocationContext method) throws Exception {
        boolean outermost = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        return retry(outermost ? ATTEMPTS : 1, method.getMethod().getName(), method::proceed);
    }

    /** Runs {@code transaction}, which begins and ends a transaction in code. It may run several times. */
    static <T> T retry(Supplier<T> transaction) {
        return retry(ATTEMPTS, "in code", transaction::get);
    }

    private static <T, E extends Exception> T retry(int attempts, String name, Bulkhead.Work<T, E> work) throws E {
        for (int left = attempts - 1; ; left--) {
            try {
                return work.run();
            } catch (RuntimeException e) {
                if (left == 0 || !isDeadlock(e) && !isOvertaken(e)) {
                    throw e;
                }
                LOG.infof("transaction retried after a deadlock method=%s", name);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOvertaken(Throwable failure) {
        return Causes.find(failure, Overtaken.class, cause -> true).isPresent();
    }

    static boolean isDeadlock(Throwable failure) {
        return Causes.find(failure, SQLException.class, cause -> cause.getErrorCode() == DEADLOCK)
                .isPresent();
    }
}
