package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TaskQueueTest {

    private final TaskQueue<String> ready = new TaskQueue<>(4, 3);

    @Test
    void theMostUrgentLaneGoesFirst() throws InterruptedException {
        ready.add(2, List.of("digest"));
        ready.add(1, List.of("mail"));
        ready.add(0, List.of("realtime"));
        assertThat(ready.take().task()).isEqualTo("realtime");
        assertThat(ready.take().task()).isEqualTo("mail");
        assertThat(ready.take().task()).isEqualTo("digest");
    }

    @Test
    void slowMailLeavesThreadsToWhatIsUrgent() throws Exception {
        ready.add(1, List.of("a", "b", "c"));
        ready.take();
        ready.take();
        var third = CompletableFuture.supplyAsync(this::take);
        ready.add(0, List.of("urgent"));
        assertThat(third.get(5, TimeUnit.SECONDS)).isEqualTo("urgent");

        var fourth = CompletableFuture.supplyAsync(this::take);
        ready.finished(1);
        assertThat(fourth.get(5, TimeUnit.SECONDS)).isEqualTo("c");
    }

    @Test
    void everyLaneHasAtLeastOneThread() {
        assertThat(new TaskQueue<>(1, 3).threadsOf(2)).isEqualTo(1);
    }

    @Test
    void aClosedPoolHandsOutNothingAndLetsItsThreadsGo() throws Exception {
        var waiting = CompletableFuture.supplyAsync(this::take);
        ready.close();
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isNull();
        ready.add(0, List.of("late"));
        assertThat(ready.take()).isNull();
    }

    private String take() {
        try {
            var taken = ready.take();
            return taken == null ? null : taken.task();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
