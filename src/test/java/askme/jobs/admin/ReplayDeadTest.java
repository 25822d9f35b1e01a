package askme.jobs.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.queue.Outbox;
import askme.jobs.support.Noted;
import askme.support.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("one-process") // another process does not have the handlers of tests
class ReplayDeadTest {

    @Inject
    ReplayDeadCommand command;

    @Inject
    Outbox outbox;

    @Inject
    JobAdmin admin;

    private final String text = "refused " + Visitor.unique("replay");

    @Test
    void deadJobIsReplayedById() {
        JobEntry dead = deadJob();

        assertThat(command.run(List.of(dead.id()))).isZero();

        diedAgainAfter(dead.at());
        admin.delete(dead.id());
    }

    @Test
    void allDeadJobsAreReplayed() {
        JobEntry dead = deadJob();

        assertThat(command.run(List.of("--all"))).isZero();

        diedAgainAfter(dead.at());
        admin.delete(dead.id());
    }

    @Test
    void listingChangesNothing() {
        JobEntry dead = deadJob();

        assertThat(command.run(List.of())).isZero();

        assertThat(find()).contains(dead);
        admin.delete(dead.id());
    }

    @Test
    void unknownIdIsRefused() {
        assertThat(command.run(List.of("no-such-job"))).isEqualTo(1);
        assertThat(command.run(List.of("one", "two"))).isEqualTo(2);
    }

    /** Records an event that its handler refuses permanently, and waits until its job is dead. */
    private JobEntry deadJob() {
        QuarkusTransaction.requiringNew().run(() -> outbox.record(new Noted(text)));
        return await().until(this::find, Optional::isPresent).orElseThrow();
    }

    private void diedAgainAfter(Instant before) {
        await().until(() -> find().filter(job -> job.at().isAfter(before)).isPresent());
    }

    private Optional<JobEntry> find() {
        return admin.dead(100).stream()
                .filter(job -> job.event().contains(text))
                .findFirst();
    }
}
