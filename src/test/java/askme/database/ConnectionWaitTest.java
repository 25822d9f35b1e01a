package askme.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConnectionWaitTest {

    private final CountDownLatch connection = new CountDownLatch(1);

    @Test
    @Timeout(30)
    void waitEndsAfterItsLimit() {
        assertThatThrownBy(() -> {
                    try (ConnectionWait wait = new ConnectionWait(Duration.ofMillis(20))) {
                        connection.await();
                    }
                })
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void lateInterruptDoesNotReachTheWorkAfterTheWait() {
        try (ConnectionWait wait = new ConnectionWait(Duration.ZERO)) {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void threadWithoutARequestWaitsAsLongAsThePoolAllows() {
        assertThat(ConnectionWait.ofRequest()).isNull();
    }
}
