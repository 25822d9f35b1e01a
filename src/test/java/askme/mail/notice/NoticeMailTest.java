package askme.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.Job;
import askme.notification.NotificationsAdded;
import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tests insert comments and their notifications as rows. */
@QuarkusTest
class NoticeMailTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    GatherNotices gather;

    @Inject
    SendNotices sendNotices;

    @Inject
    SendDigest sendDigest;

    @Inject
    DigestTask digests;

    @Inject
    TestDatabase database;

    private Visitor ann;
    private Visitor bob;
    private long member;
    private long writer;
    private long question;

    @BeforeEach
    void ask() {
        ann = Visitor.member("noticeAnn");
        bob = Visitor.member("noticeBob");
        member = database.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        writer = database.of("SELECT id FROM member WHERE nickname = ?", bob.nickname());
        question = ann.ask("What is mailed here?", "Comments", "");
    }

    @Test
    void firstMailComesAtOnceAndWhatFollowsComesTogether() {
        comment("The *first* one");
        Inbox.Mail first = mails(1).get(0);
        assertThat(first.subject()).isEqualTo(bob.nickname() + " commented: What is mailed here?");
        assertThat(first.text()).contains("The *first* one", "/comment/");
        assertThat(Jsoup.parse(first.html()).select(".post em").text()).isEqualTo("first");
        assertThat(first.header("References")).isEqualTo("<question." + question + "@localhost>");

        comment("The second one");
        comment("The third one");
        await().atMost(SOON)
                .until(() -> database.of(
                                "SELECT COUNT(*) FROM mail_question WHERE next_at IS NOT NULL AND member_id = ?",
                                member)
                        == 1);
        assertThat(Inbox.of(ann.email())).hasSize(1);
        tenMinutesPass();
        sendNotices.handle(new NoticeMailDue(member, question), job(sendNotices.name()));
        Inbox.Mail second = mails(2).get(0);
        assertThat(second.text()).contains("The second one", "The third one").doesNotContain("first");

        sendNotices.handle(new NoticeMailDue(member, question), job(sendNotices.name()));
        assertThat(Inbox.of(ann.email())).hasSize(2);
    }

    @Test
    void repeatedEventSendsNoSecondMail() {
        long id = comment("Only once");
        mails(1);
        toldOf(id);
        tenMinutesPass();
        add(id);
        assertThat(waiting()).isZero();
        assertThat(Inbox.of(ann.email())).hasSize(1);
    }

    @Test
    void nothingIsMailedOfWhatWasReadOrMutedOrUnwanted() {
        database.change("INSERT INTO mail_choice VALUES (?, 'comment', 'daily')", member);
        long id = comment("Read on the site");
        assertThat(waiting()).isEqualTo(1);
        database.change("UPDATE notification SET seen = id WHERE id = ?", id);
        theMorningComes();
        assertThat(waiting()).isZero();

        comment("In a muted question");
        database.change(
                "INSERT INTO question_follow (question_id, member_id, muted, changed_at) VALUES (?, ?, 1, UTC_TIMESTAMP(6))"
                        + " ON DUPLICATE KEY UPDATE muted = 1",
                question,
                member);
        theMorningComes();
        assertThat(waiting()).isZero();
        database.change("UPDATE question_follow SET muted = 0 WHERE member_id = ?", member);

        comment("Unwanted by now");
        database.change("UPDATE mail_choice SET pace = 'never' WHERE member_id = ?", member);
        theMorningComes();
        comment("Unwanted");
        assertThat(waiting()).isZero();

        database.change("UPDATE mail_choice SET pace = 'now' WHERE member_id = ?", member);
        database.change("UPDATE member SET suspended = 1 WHERE id = ?", member);
        comment("To a suspended member");
        assertThat(waiting()).isZero();
        assertThat(Inbox.of(ann.email())).isEmpty();
    }

    @Test
    void digestComesOnceInTheMorning() {
        database.change("INSERT INTO mail_choice VALUES (?, 'comment', 'daily')", member);
        comment("Run `make`");
        comment("Two");
        assertThat(Inbox.of(ann.email())).isEmpty();
        assertThat(database.of("SELECT COUNT(*) FROM mail_digest WHERE member_id = ?", member))
                .isEqualTo(1);
        DigestDue slot = theMorningComes();
        digests.run();
        Inbox.Mail mail = mails(1).get(0);
        assertThat(mail.subject()).isEqualTo("Your day: 1 notification");
        assertThat(mail.text()).contains("2 new comments", "Two", "What is mailed here?");
        assertThat(Jsoup.parse(mail.html()).select(".post code").text()).isEqualTo("make");
        sendDigest.handle(slot, job(sendDigest.name()));
        digests.run();
        assertThat(Inbox.of(ann.email())).hasSize(1);
        assertThat(database.of("SELECT COUNT(*) FROM mail_digest WHERE member_id = ?", member))
                .isZero();
    }

    @Test
    void linksEndMailsOfAKindAndOfAQuestion() throws Exception {
        comment("Please stop");
        Inbox.Mail mail = mails(1).get(0);
        List<String> links = Jsoup.parse(mail.html()).select(".why a").eachAttr("href");
        assertThat(mail.header("List-Unsubscribe")).contains(links.get(0));
        Visitor guest = Visitor.guest();

        guest.get(links.get(1));
        assertThat(muted()).isZero();
        guest.submit("main form", Map.of());
        assertThat(muted()).isEqualTo(1);
        guest.get(links.get(1) + "/undo");
        guest.submit("main form", Map.of());
        assertThat(muted()).isZero();

        assertThat(guest.get(links.get(0)).page().select("main li").text()).contains("Comments");
        assertThat(pace()).isZero();
        guest.submit("main form", Map.of());
        assertThat(pace()).isEqualTo(1);
        comment("Nobody hears this");
        assertThat(waiting()).isZero();
        guest.get(links.get(0) + "/undo");
        guest.submit("main form", Map.of());
        assertThat(pace()).isZero();
        assertThat(URI.create(links.get(2)).getPath()).isEqualTo("/profile/notifications/");
    }

    private long muted() {
        return database.of(
                "SELECT COUNT(*) FROM question_follow WHERE muted = 1 AND question_id = ? AND member_id = ?",
                question,
                member);
    }

    private long pace() {
        return database.of(
                "SELECT COUNT(*) FROM mail_choice WHERE kind = 'comment' AND pace = 'never' AND member_id = ?", member);
    }

    private long waiting() {
        return database.of("SELECT COUNT(*) FROM mail_notice WHERE member_id = ?", member);
    }

    /** A comment of Bob, and the notification of Ann about it. */
    private long comment(String text) {
        database.change(
                "INSERT INTO comment (question_id, author_id, body, posted_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))",
                question,
                writer,
                text);
        long comment = database.of("SELECT MAX(id) FROM comment WHERE author_id = ?", writer);
        database.change(
                "INSERT INTO notification (member_id, kind, question_id, answer_id, cause, actor_id, happened_at)"
                        + " VALUES (?, 'comment', ?, 0, ?, ?, UTC_TIMESTAMP(6))"
                        + " ON DUPLICATE KEY UPDATE causes = causes + 1, cause = VALUES(cause), happened_at = VALUES(happened_at)",
                member,
                question,
                "comment:" + comment,
                writer);
        long id = database.of("SELECT MAX(id) FROM notification WHERE member_id = ?", member);
        database.change(
                "INSERT INTO notification_cause (cause, member_id, notification_id, actor_id, happened_at)"
                        + " SELECT cause, member_id, id, actor_id, happened_at FROM notification WHERE id = ?",
                id);
        add(id);
        return id;
    }

    private void add(long notification) {
        gather.handle(
                new NotificationsAdded(List.of(new NotificationsAdded.Entry(notification, member))),
                job(gather.name()));
    }

    private void toldOf(long notification) {
        await().atMost(SOON)
                .until(() ->
                        database.of("SELECT COUNT(*) FROM mail_told WHERE notification_id = ?", notification) == 1);
    }

    private void tenMinutesPass() {
        database.change(
                "UPDATE mail_question SET mailed_at = mailed_at - INTERVAL 10 MINUTE,"
                        + " next_at = next_at - INTERVAL 10 MINUTE WHERE member_id = ?",
                member);
    }

    /** Sends the digest of a slot in the past. */
    private DigestDue theMorningComes() {
        Instant morning = Instant.parse("2026-01-01T08:00:00Z");
        database.change(
                "UPDATE mail_digest SET slot_at = '2026-01-01 08:00:00', queued = 1 WHERE member_id = ?", member);
        DigestDue slot = new DigestDue(member, "daily", morning.getEpochSecond());
        sendDigest.handle(slot, job(sendDigest.name()));
        return slot;
    }

    private static Job job(String handler) {
        return new Job(Visitor.unique("job"), handler, "mail", 1, 1, Instant.EPOCH);
    }

    private List<Inbox.Mail> mails(int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Inbox.of(ann.email())).hasSize(count));
        return Inbox.of(ann.email());
    }
}
