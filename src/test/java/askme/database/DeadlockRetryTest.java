package askme.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadlockRetryTest {

    @Inject
    Crossing crossing;

    /** Locks two rows. At the first attempt it waits until the other transaction holds the second row. */
    @ApplicationScoped
    static class Crossing {

        private final AgroalDataSource database;
        private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        private final AtomicInteger calls = new AtomicInteger();

        Crossing(AgroalDataSource database) {
            this.database = database;
        }

        @Transactional
        void lock(String first, String second) {
            lockRows(first, second);
        }

        void lockInCode(String first, String second) {
            NewTransaction.run(() -> lockRows(first, second));
        }

        private void lockRows(String first, String second) {
            boolean firstAttempt = calls.incrementAndGet() % 3 != 0; // a victim's second call is the third of its test
            try (Connection connection = database.getConnection()) {
                lock(connection, first);
                if (firstAttempt) {
                    bothHoldOne.await(10, TimeUnit.SECONDS);
                }
                lock(connection, second);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static void lock(Connection connection, String name) throws SQLException {
            String sql = "SELECT value FROM site_counter WHERE name = ? FOR UPDATE";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, name);
                select.executeQuery();
            }
        }

        int calls() {
            return calls.get();
        }
    }

    @Test
    void deadlockVictimIsRetried() throws Exception {
        assertOneIsRetried(crossing::lock);
    }

    @Test
    void deadlockVictimOfATransactionInCodeIsRetried() throws Exception {
        assertOneIsRetried(crossing::lockInCode);
    }

    private void assertOneIsRetried(BiConsumer<String, String> transaction) throws Exception {
        int before = crossing.calls();
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> transaction.accept("questions", "members"));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> transaction.accept("members", "questions"));

        CompletableFuture.allOf(one, other).get(30, TimeUnit.SECONDS);

        assertThat(crossing.calls() - before).isEqualTo(3);
    }
}
