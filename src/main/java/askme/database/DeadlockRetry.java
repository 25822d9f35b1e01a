package askme.database;

import askme.resilience.Causes;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Retries a transaction that the database rolled back as a deadlock victim. The database asks for it ("try restarting
 * transaction"). Two members can cause a deadlock, and so can a migration that runs while they write.
 */
@Interceptor
@Transactional
@Priority(DeadlockRetry.OUTSIDE_OF_TRANSACTION)
class DeadlockRetry {

    /** Narayana begins transactions at PLATFORM_BEFORE + 200. A retry needs a new transaction, so it surrounds that. */
    static final int OUTSIDE_OF_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;

    private static final Logger LOG = Logger.getLogger(DeadlockRetry.class);
    private static final int DEADLOCK = 1213;
    private static final int ATTEMPTS = 3;

    private final TransactionSynchronizationRegistry transactions;

    DeadlockRetry(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object call(InvocationContext method) throws Exception {
        boolean outermost = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        for (int retries = outermost ? ATTEMPTS - 1 : 0; ; retries--) {
            try {
                return method.proceed();
            } catch (RuntimeException e) {
                if (retries == 0 || !isDeadlock(e)) {
                    throw e;
                }
                LOG.infof(
                        "transaction retried after a deadlock method=%s",
                        method.getMethod().getName());
            }
        }
    }

    static boolean isDeadlock(Throwable failure) {
        return Causes.find(failure, SQLException.class, cause -> cause.getErrorCode() == DEADLOCK)
                .isPresent();
    }
}
