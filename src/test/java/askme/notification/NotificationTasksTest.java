package askme.notification;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The periodic tasks of the inbox: the rating of a day, and the removal of old notifications. */
@QuarkusTest
@Tag("one-process") // It calls the beans of this process.
class NotificationTasksTest {

    @Inject
    ReputationTask reputation;

    @Inject
    NotificationSweep sweep;

    @Inject
    Notifier notifier;

    @Inject
    NotificationConfig config;

    @Inject
    TestDatabase database;

    private long member;

    @BeforeEach
    void signUp() {
        member = database.of(
                "SELECT id FROM member WHERE nickname = ?",
                Visitor.member("ann").nickname());
    }

    private long rows(String kind) {
        return database.of("SELECT COUNT(*) FROM notification WHERE member_id = ? AND kind = ?", member, kind);
    }

    private long unread() {
        return database.of("SELECT COALESCE(SUM(unread), 0) FROM inbox WHERE member_id = ?", member);
    }

    private void rate(int rating) throws SQLException {
        database.change("UPDATE member SET rating = ? WHERE id = ?", rating, member);
        reputation.run();
    }

    @Test
    void changeOfTheRatingIsToldOnce() throws SQLException {
        rate(0);
        assertThat(rows("reputation")).isZero();
        rate(7);
        reputation.run();
        assertThat(rows("reputation")).isOne();
        assertThat(database.of("SELECT amount FROM notification WHERE member_id = ?", member))
                .isEqualTo(7);
        assertThat(unread()).isOne();
        rate(4);
        assertThat(database.of("SELECT SUM(amount) FROM notification WHERE member_id = ?", member))
                .isEqualTo(4);
    }

    @Test
    void ratingFromBeforeTheFirstRunIsNotTold() throws SQLException {
        reputation.run();
        database.change("UPDATE member SET joined_at = '2020-01-01' WHERE id = ?", member);
        rate(7);
        assertThat(rows("reputation")).isZero();
        rate(9);
        assertThat(database.of("SELECT amount FROM notification WHERE member_id = ?", member))
                .isEqualTo(2);
    }

    @Test
    void suspendedMemberIsNotToldOfTheRating() throws SQLException {
        database.change("UPDATE member SET suspended = 1 WHERE id = ?", member);
        rate(7);
        assertThat(rows("reputation")).isZero();
    }

    @Test
    void oldNotificationsAreRemovedAndNoLongerCounted() throws SQLException {
        Instant old = Instant.now().minus(config.keep()).minus(Duration.ofHours(1));
        notifier.tell(answer(1, old), List.of(member));
        notifier.tell(answer(2, Instant.now()), List.of(member));
        assertThat(unread()).isEqualTo(2);
        sweep.run();
        sweep.run();
        assertThat(rows("answer")).isOne();
        assertThat(unread()).isOne();
        assertThat(database.of("SELECT COUNT(*) FROM notification_cause WHERE member_id = ?", member))
                .isOne();
    }

    private Fact answer(long question, Instant at) {
        long unique = 700_000_000L + 10 * member + question;
        return new Fact(NotificationKind.ANSWER, unique, 0, Cause.of(Cause.ANSWER, unique), 1, at);
    }
}
