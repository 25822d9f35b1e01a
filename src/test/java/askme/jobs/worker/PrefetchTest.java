package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.queue.JobQueue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrefetchTest {

    private final Prefetch appetite = new Prefetch(4);

    private int room() throws InterruptedException {
        return appetite.awaitRoom(Duration.ofMillis(1));
    }

    private void learn(Duration job) {
        for (int i = 0; i < 200; i++) {
            appetite.took(job);
        }
    }

    @Test
    void quickJobsAreTakenByTheHundred() throws InterruptedException {
        learn(Duration.ofNanos(5_000));
        assertThat(room()).isEqualTo(JobQueue.BATCH);
        appetite.taken(100);
        assertThat(room()).isEqualTo(JobQueue.BATCH);
    }

    @Test
    void ofSlowJobsAWorkerTakesOnlyWhatItsThreadsCanDo() throws InterruptedException {
        learn(Duration.ofSeconds(2));
        assertThat(room()).isEqualTo(4);
        appetite.taken(4);
        assertThat(room()).isZero();
    }

    @Test
    void whatCannotBeSettledStopsTheTaking() throws InterruptedException {
        learn(Duration.ofNanos(5_000));
        appetite.taken(404);
        assertThat(room()).isZero();
        appetite.settled(50);
        assertThat(room()).isEqualTo(50);
    }
}
