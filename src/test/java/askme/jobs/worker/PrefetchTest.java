package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.queue.JobQueue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrefetchTest {

    private final Prefetch prefetch = new Prefetch(4);

    private int room() throws InterruptedException {
        return prefetch.awaitRoom(Duration.ofMillis(1));
    }

    private void learn(Duration job) {
        for (int i = 0; i < 200; i++) {
            prefetch.learn(job);
        }
    }

    @Test
    void quickJobsAreClaimedByTheHundred() throws InterruptedException {
        learn(Duration.ofNanos(5_000));
        assertThat(room()).isEqualTo(JobQueue.BATCH);
        prefetch.claim(100);
        assertThat(room()).isEqualTo(JobQueue.BATCH);
    }

    @Test
    void slowJobsAreClaimedOnlyForFreeThreads() throws InterruptedException {
        learn(Duration.ofSeconds(2));
        assertThat(room()).isEqualTo(4);
        prefetch.claim(4);
        assertThat(room()).isZero();
    }

    @Test
    void uncompletedJobsStopClaiming() throws InterruptedException {
        learn(Duration.ofNanos(5_000));
        prefetch.claim(404);
        assertThat(room()).isZero();
        prefetch.complete(50);
        assertThat(room()).isEqualTo(50);
    }
}
