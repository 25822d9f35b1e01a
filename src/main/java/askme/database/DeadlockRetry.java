package askme.database;

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
 * Begins a transaction anew that the database has given up for another one's sake. It asks for that ("try restarting
 * transaction"); nothing of it has happened. Two members may cause it, and a migration that runs while they write.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // outside of the transaction, which begins at 200
class DeadlockRetry {

    private static final Logger LOG = Logger.getLogger(DeadlockRetry.class);
    private static final int DEADLOCK = 1213;
    private static final int TRIES = 3;

    private final TransactionSynchronizationRegistry transactions;

    DeadlockRetry(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object call(InvocationContext method) throws Exception {
        boolean outermost = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        for (int left = outermost ? TRIES - 1 : 0; ; left--) {
            try {
                return method.proceed();
            } catch (RuntimeException e) {
                if (left == 0 || !isDeadlock(e)) {
                    throw e;
                }
                LOG.infof(
                        "transaction again after a deadlock method=%s",
                        method.getMethod().getName());
            }
        }
    }

    private static boolean isDeadlock(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DEADLOCK) {
                return true;
            }
        }
        return false;
    }
}
