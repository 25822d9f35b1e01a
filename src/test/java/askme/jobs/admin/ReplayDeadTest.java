package askme.jobs.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.queue.Outbox;
import askme.jobs.worker.Noted;
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
@Tag("one-process") // its handlers are no part of the site: another process does not know them
class ReplayDeadTest {

    @Inject
    ReplayDeadCommand command;

    @Inject
    Outbox outbox;

    @Inject
    JobAdmin admin;

    private final String text = "refused " + Visitor.unique("replay");

    @Test
    void oneDeadJobIsTriedAgainByItsId() {
        JobEntry dead = buried();

        assertThat(command.run(List.of(dead.id()))).isZero();

        buriedAfter(dead.at());
        admin.delete(dead.id());
    }

    @Test
    void allOfThemAreTriedAgain() {
        JobEntry dead = buried();

        assertThat(command.run(List.of("--all"))).isZero();

        buriedAfter(dead.at());
        admin.delete(dead.id());
    }

    @Test
    void lookingChangesNothing() {
        JobEntry dead = buried();

        assertThat(command.run(List.of())).isZero();

        assertThat(letter()).contains(dead);
        admin.delete(dead.id());
    }

    @Test
    void whatIsNotDeadCannotBeReplayed() {
        assertThat(command.run(List.of("no-such-job"))).isEqualTo(1);
        assertThat(command.run(List.of("one", "two"))).isEqualTo(2);
    }

    /** A job that its handler refuses for good. */
    private JobEntry buried() {
        QuarkusTransaction.requiringNew().run(() -> outbox.record(new Noted(text)));
        return await().until(this::letter, Optional::isPresent).orElseThrow();
    }

    private void buriedAfter(Instant before) {
        await().until(() -> letter().filter(again -> again.at().isAfter(before)).isPresent());
    }

    private Optional<JobEntry> letter() {
        return admin.dead(100).stream()
                .filter(job -> job.event().contains(text))
                .findFirst();
    }
}
