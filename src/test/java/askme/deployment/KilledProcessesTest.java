package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.Inbox;
import askme.support.Visitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers and schedulers are killed while members answer, mention each other and delete. Each member is notified of everything, once. */
@Tag("full")
@Tag("crash")
@Timeout(900)
class KilledProcessesTest {

    private static final Logger LOG = Logger.getLogger(KilledProcessesTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int KILLS = 6;
    private static final int ANSWERS_BETWEEN = 12;

    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> deleted = new ConcurrentLinkedQueue<>();
    private final Queue<String> mentions = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;

    @Test
    void everybodyIsNotifiedOnceOfWhatHappened() throws Exception {
        Optional<Path> nginx = Programs.find("nginx");
        assumeTrue(nginx.isPresent(), "no nginx here");
        ExecutorService people = Executors.newFixedThreadPool(2);
        try (Deployment site = new Deployment(nginx.get())) {
            Visitor asker = Visitor.guestAt(site.address).signUp(Visitor.unique("asker"));
            for (int i = 0; i < 2; i++) {
                Visitor writer = Visitor.guestAt(site.address).signUp(Visitor.unique("writer"));
                long question = asker.ask("Is " + writer.nickname() + " heard?", "Always.", "killed");
                people.execute(() -> write(writer, asker, question));
            }
            kill(site);
            open = false;
            people.shutdown();
            assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(failures).isEmpty();
            await().atMost(PATIENCE)
                    .until(() -> site.number("SELECT COUNT(*) FROM outbox WHERE due_at <= UTC_TIMESTAMP(6)") == 0);
            assertEachCauseIsThereOnce(site, asker);
            assertEachMailArrived(asker);
        } finally {
            people.shutdownNow();
        }
    }

    private void kill(Deployment site) throws Exception {
        for (int i = 0; i < KILLS; i++) {
            int before = answers.size();
            await().atMost(PATIENCE).until(() -> answers.size() >= before + ANSWERS_BETWEEN);
            List<Deployment.Node> victims = site.all(i % 3 == 2 ? "scheduler" : "worker");
            site.kill(victims.get(i % victims.size()));
        }
    }

    private void write(Visitor writer, Visitor asker, long question) {
        try {
            for (int n = 0; open; n++) {
                String text = "Number " + n + " of " + writer.nickname();
                expect(writer.get("/question/" + question + "/"));
                Visitor.Reply reply = writer.submit("#your-answer form", Map.of("text", text));
                expect(reply);
                String answer = URI.create(reply.url()).getFragment().replace("answer-", "");
                answers.add(answer);
                mention(writer, asker, answer, n);
                if (n % 4 == 3) {
                    expect(writer.post("/answer/" + answer + "/delete", Map.of("csrf-token", writer.csrfToken())));
                    deleted.add(answer);
                }
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(e.toString());
        }
    }

    private void mention(Visitor writer, Visitor asker, String answer, int n) {
        if (n % 3 == 0) {
            expect(writer.get("/answer/" + answer + "/comments/"));
            expect(writer.submit(".comment-form", Map.of("text", "Look at this, @" + asker.nickname() + " please")));
            mentions.add(answer);
        }
    }

    private static void expect(Visitor.Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.url());
        }
    }

    private void assertEachCauseIsThereOnce(Deployment site, Visitor asker) throws Exception {
        Set<String> visible = new HashSet<>(answers);
        visible.removeAll(deleted);
        Set<String> mentioned = new HashSet<>(mentions);
        mentioned.removeAll(deleted);
        String member = "(SELECT id FROM member WHERE nickname = '" + asker.nickname() + "')";
        String causes = "SELECT COALESCE(SUM(causes), 0) FROM notification WHERE member_id = " + member;
        LOG.infof(
                "crash suite: %d answers, %d of them deleted, %d mentions",
                answers.size(), deleted.size(), mentions.size());
        assertThat(deleted).isNotEmpty();
        assertThat(site.number(causes + " AND kind = 'answer'")).isEqualTo(visible.size());
        assertThat(site.number(causes + " AND kind = 'mention'")).isEqualTo(mentioned.size());
        assertThat(site.number("SELECT COUNT(*) FROM notification_cause WHERE member_id = " + member))
                .isEqualTo(visible.size() + mentioned.size());
        assertThat(site.number("SELECT unread FROM inbox WHERE member_id = " + member))
                .isEqualTo(site.number("SELECT COUNT(*) FROM notification WHERE seen = 0 AND member_id = " + member));
        Programs.Result counted = site.command("reconcile", "--check");
        assertThat(counted.code()).as(counted.output()).isZero();
    }

    /** A mail is sent twice only if a worker dies between the mail server's reply and its note of it. */
    private void assertEachMailArrived(Visitor asker) {
        Set<String> visible = new HashSet<>(answers);
        visible.removeAll(deleted);
        List<String> mailed = Inbox.of(asker.email()).stream()
                .filter(mail -> mail.text().contains("/answer/"))
                .map(mail -> mail.text().replaceAll("(?s).*?/answer/(\\d+).*", "$1"))
                .toList();
        Set<String> once = mailed.stream().collect(Collectors.toSet());
        LOG.infof("crash suite: mails about %d answers, %d twice", once.size(), mailed.size() - once.size());
        assertThat(once).containsAll(visible);
        assertThat(mailed.size() - once.size()).isLessThanOrEqualTo(KILLS * 8);
    }
}
