package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TaskQueueTest {

    private final TaskQueue<String> tasks = new TaskQueue<>(4, 3);

    @Test
    void mostUrgentQueueIsFirst() throws InterruptedException {
        tasks.add(2, List.of("digest"));
        tasks.add(1, List.of("mail"));
        tasks.add(0, List.of("realtime"));
        assertThat(tasks.take().task()).isEqualTo("realtime");
        assertThat(tasks.take().task()).isEqualTo("mail");
        assertThat(tasks.take().task()).isEqualTo("digest");
    }

    @Test
    void lessUrgentQueueLeavesThreadsFree() throws Exception {
        tasks.add(1, List.of("a", "b", "c"));
        tasks.take();
        tasks.take();
        var third = CompletableFuture.supplyAsync(this::take);
        tasks.add(0, List.of("urgent"));
        assertThat(third.get(5, TimeUnit.SECONDS)).isEqualTo("urgent");

        var fourth = CompletableFuture.supplyAsync(this::take);
        tasks.finished(1);
        assertThat(fourth.get(5, TimeUnit.SECONDS)).isEqualTo("c");
    }

    @Test
    void everyQueueHasAtLeastOneThread() {
        assertThat(new TaskQueue<>(1, 3).threadsOf(2)).isEqualTo(1);
    }

    @Test
    void closedQueueEndsWaitsAndHasNoTasks() throws Exception {
        var waiting = CompletableFuture.supplyAsync(this::take);
        tasks.close();
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isNull();
        tasks.add(0, List.of("late"));
        assertThat(tasks.take()).isNull();
    }

    private String take() {
        try {
            var taken = tasks.take();
            return taken == null ? null : taken.task();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
