package askme.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new question in a tag with 10,000 followers: one worker needs at most three seconds, and each follower is notified once. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("full")
@Tag("load")
@Tag("one-process") // it measures the worker of this process
class FanOutTest {

    private static final Logger LOG = Logger.getLogger(FanOutTest.class);
    private static final int FOLLOWERS = 10_000;
    private static final long FIRST = 800_000_000L;
    private static final Duration MOST = Duration.ofSeconds(3);

    private static final String NUMBERS = """
            INSERT INTO member (id, email, nickname, password_hash, joined_at)
            SELECT %1$d + n, CONCAT('follower', n, '@example.org'), CONCAT('follower', n), '-', '2026-01-01'
            FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM %2$s a, %2$s b, %2$s c, %2$s e) numbers""".formatted(
                    FIRST,
                    "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                            + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)");

    @Inject
    Filled filled;

    @Inject
    TestDatabase database;

    private Visitor ann;

    @BeforeEach
    void follow() throws SQLException {
        filled.once();
        ann = Visitor.member("ann");
        ann.ask("A first question with the tag?", "It makes the tag", "fan-out");
        database.change(NUMBERS);
        database.change("INSERT INTO tag_follow (tag_id, member_id, followed_at) SELECT t.id, m.id, '2026-01-01'"
                + " FROM tag t JOIN member m ON m.id >= " + FIRST + " WHERE t.name = 'fan-out'");
    }

    @AfterEach
    void remove() {
        for (String table : new String[] {"notification_cause", "notification", "inbox", "tag_follow"}) {
            database.change("DELETE FROM " + table + " WHERE member_id >= " + FIRST);
        }
        database.change("DELETE FROM member WHERE id >= " + FIRST);
    }

    @Test
    void tenThousandFollowersAreNotifiedOnce() {
        long began = System.nanoTime();
        long question = ann.ask("A question for ten thousand followers?", "All of them are notified", "fan-out");
        long asked = System.nanoTime();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        database.of("SELECT COUNT(*) FROM notification WHERE question_id = ?", question) == FOLLOWERS);
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        LOG.infof(
                "asked in %d ms; %d followers were notified %d ms later",
                Duration.ofNanos(asked - began).toMillis(), FOLLOWERS, took.toMillis());
        await().until(() -> database.of("SELECT COUNT(*) FROM outbox WHERE handler LIKE 'notify%'") == 0);
        assertThat(database.of("SELECT COUNT(*) FROM notification_cause WHERE cause = ?", "question:" + question))
                .isEqualTo(FOLLOWERS);
        assertThat(database.of("SELECT SUM(unread) FROM inbox WHERE member_id >= " + FIRST))
                .isEqualTo(FOLLOWERS);
        assertThat(took).isLessThan(MOST);
    }
}
