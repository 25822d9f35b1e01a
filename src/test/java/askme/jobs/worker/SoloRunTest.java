package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SoloRunTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void jobRunsAloneAfterTheRunningOnes() throws Exception {
        SoloRun runs = new SoloRun(LONG);
        runs.enter(2);
        CompletableFuture<Boolean> alone = CompletableFuture.supplyAsync(() -> begin(runs, LONG));
        runs.completed(1);
        assertThat(alone).isNotDone();
        runs.completed(1);
        assertThat(alone.join()).isTrue();
    }

    @Test
    void othersWaitForAJobThatRunsAlone() throws Exception {
        SoloRun runs = new SoloRun(LONG);
        assertThat(begin(runs, LONG)).isTrue();
        CompletableFuture<Boolean> disturbed = CompletableFuture.supplyAsync(() -> enter(runs));
        await().during(Duration.ofMillis(100)).until(() -> !disturbed.isDone());
        runs.end();
        assertThat(disturbed.join()).isFalse();
    }

    @Test
    void slowJobDoesNotStayAlone() {
        SoloRun runs = new SoloRun(Duration.ofMillis(1));
        assertThat(begin(runs, LONG)).isTrue();
        assertThat(enter(runs)).isTrue();
    }

    @Test
    void jobDoesNotWaitLongForOthers() throws Exception {
        SoloRun runs = new SoloRun(LONG);
        runs.enter(1);
        assertThat(begin(runs, Duration.ofMillis(1))).isFalse();
        assertThat(enter(runs)).as("a job that is not alone").isFalse();
    }

    private static boolean begin(SoloRun runs, Duration atMost) {
        try {
            return runs.begin(atMost);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean enter(SoloRun runs) {
        try {
            return runs.enter(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
