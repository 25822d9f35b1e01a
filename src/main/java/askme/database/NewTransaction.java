package askme.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/** A separate transaction that begins and ends in code. Like a {@code @Transactional} method, it is retried after a deadlock. */
public final class NewTransaction {

    private NewTransaction() {}

    /** Runs {@code work}, which may run several times. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Runs {@code work}, which may run several times, and returns its last result. */
    public static <T> T call(Supplier<T> work) {
        return DeadlockRetry.retry(() -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
