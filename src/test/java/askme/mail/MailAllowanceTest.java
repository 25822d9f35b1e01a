package askme.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.Job;
import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailAllowanceTest {

    private static final int ADMITTED = 2;
    private static final int ANSWERS = 5;

    @Inject
    TestDatabase database;

    @Inject
    MailConfig config;

    @Inject
    MailAllowance allowance;

    @Inject
    SendGatheredMail gathered;

    @Test
    void answersAboveTheLimitComeTogether() {
        Visitor ann = Visitor.member("gatherAnn");
        Visitor bob = Visitor.member("gatherBob");
        long question = ann.ask("How many mails?", "A bounded number", "");
        long member = database.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        for (int i = ADMITTED; i < config.perHour(); i++) {
            database.change("INSERT INTO mail_permit VALUES (?, ?, UTC_TIMESTAMP(6))", member, "earlier-" + i);
        }
        for (int i = 0; i < ANSWERS; i++) {
            bob.answer(question, "Answer " + i);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.of("SELECT COUNT(*) FROM mail_waiting WHERE member_id = ?", member)
                        == ANSWERS - ADMITTED);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Inbox.of(ann.email())).hasSize(ADMITTED));

        assertThat(allowance.due(member, "too early", Long::toString)).isEmpty();
        // An hour passes.
        database.change("UPDATE mail_permit SET taken_at = taken_at - INTERVAL 61 MINUTE WHERE member_id = ?", member);
        gathered.handle(
                new GatheredMailDue(member),
                new Job("later-" + member, gathered.name(), gathered.queue(), 1, 1, Instant.EPOCH));

        List<Inbox.Mail> mails = Inbox.of(ann.email());
        assertThat(mails).hasSize(ADMITTED + 1);
        Inbox.Mail together = mails.get(0);
        assertThat(together.subject()).isEqualTo("New answers: " + (ANSWERS - ADMITTED));
        assertThat(together.text()).contains("How many mails?", bob.nickname());
        assertThat(together.header("List-Unsubscribe")).isNotBlank();
        assertThat(database.of("SELECT COUNT(*) FROM mail_waiting WHERE member_id = ?", member))
                .isZero();
        assertThat(database.of("SELECT COUNT(*) FROM mail_sent WHERE member_id = ?", member))
                .isEqualTo(ANSWERS);
    }
}
