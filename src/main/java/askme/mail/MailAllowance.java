package askme.mail;

import askme.database.Row;
import askme.jobs.queue.Outbox;
import askme.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Limits the mails about answers that a member receives in an hour, because anybody may sign up with the address of somebody
 * else. Further answers wait, and one mail sends many of them together. No answer is lost: the waiting ones are rows.
 *
 * <p>Each method locks the member's row, so that the threads of all workers count one after the other.
 */
@ApplicationScoped
public class MailAllowance {

    static final Duration WINDOW = Duration.ofHours(1);

    /** The most answers in one mail. */
    static final int MOST_TOGETHER = 50;

    /** A job for waiting answers that has not run after this time is a dead letter; the next answer records another. */
    private static final Duration JOB_IS_DEAD_AFTER = WINDOW.multipliedBy(2);

    static final String PERMITS =
            "SELECT COUNT(*) AS permits, MIN(taken_at) AS oldest FROM mail_permit WHERE member_id = :member";
    static final String WAITING =
            "SELECT COUNT(*) AS permits, MIN(since) AS oldest FROM mail_waiting WHERE member_id = :member";
    private static final String WAIT =
            "INSERT IGNORE INTO mail_waiting (member_id, answer_id, since) VALUES (:member, :answer, :now)";
    static final String TOGETHER = """
            SELECT a.id, q.title, writer.nickname AS writer, asker.id AS member_id, asker.email, asker.nickname, asker.language
            FROM mail_waiting w
            JOIN answer a ON a.id = w.answer_id AND a.hidden = 0
            JOIN question q ON q.id = a.question_id AND q.hidden = 0
            JOIN member writer ON writer.id = a.author_id
            JOIN member asker ON asker.id = w.member_id
            LEFT JOIN question_follow f ON f.question_id = q.id AND f.member_id = asker.id
            WHERE w.member_id = :member AND asker.mail_answers AND NOT (asker.suspended AND COALESCE(asker.suspended_until > UTC_TIMESTAMP(6), 1)) AND COALESCE(f.muted, 0) = 0 ORDER BY w.answer_id LIMIT""" + " " + MOST_TOGETHER;

    private final Session hibernate;
    private final Outbox outbox;
    private final MailConfig config;
    private final Clock clock;

    MailAllowance(Session hibernate, Outbox outbox, MailConfig config, Clock clock) {
        this.hibernate = hibernate;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** A number of rows and the oldest moment among them, which is null without rows. */
    private record Count(int rows, Instant oldest) {}

    /** Whether the job may mail the answer now. If not, the answer waits. */
    @Transactional
    boolean mayMail(NewAnswer answer, String jobId) {
        long member = answer.recipient().memberId();
        Member.lock(member);
        Count waiting = count(WAITING, member);
        if (waiting.rows == 0 && take(member, jobId)) {
            return true;
        }
        hibernate
                .createNativeMutationQuery(WAIT)
                .setParameter("member", member)
                .setParameter("answer", answer.answerId())
                .setParameter("now", now())
                .executeUpdate();
        boolean scheduled = waiting.rows > 0 && waiting.oldest.isAfter(now().minus(JOB_IS_DEAD_AFTER));
        if (!scheduled) {
            recordNext(member);
        }
        return false;
    }

    /** Whether the job may mail something else now. If not, {@code event} is recorded again, for the time when it may. */
    @Transactional
    public boolean mayMail(long member, String jobId, Object event) {
        Member.lock(member);
        if (take(member, jobId)) {
            return true;
        }
        outbox.record(event, untilFree(member));
        return false;
    }

    /** The waiting answers of {@code member} if the job may mail them now. */
    @Transactional
    Optional<GatheredMail> due(long member, String jobId, AnswerUrl url) {
        Member.lock(member);
        List<GatheredRow> rows = hibernate
                .createNativeQuery(TOGETHER, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("title", String.class)
                .addScalar("writer", String.class)
                .addScalar("member_id", Long.class)
                .addScalar("email", String.class)
                .addScalar("nickname", String.class)
                .addScalar("language", String.class)
                .setParameter("member", member)
                .setTupleTransformer((values, names) -> row(new Row(values, names), url))
                .list();
        if (rows.isEmpty()) {
            change("DELETE FROM mail_waiting WHERE member_id = :member", member);
            return Optional.empty();
        }
        if (!take(member, jobId)) {
            recordNext(member);
            return Optional.empty();
        }
        return Optional.of(new GatheredMail(
                rows.get(0).recipient, rows.stream().map(GatheredRow::line).toList()));
    }

    /** Records that the SMTP server accepted the mail. */
    @Transactional
    void sent(GatheredMail mail, String messageId) {
        long member = mail.recipient().memberId();
        Member.lock(member);
        for (GatheredMail.Line answer : mail.answers()) {
            hibernate
                    .createNativeMutationQuery(MailLog.SENT)
                    .setParameter("answer", answer.answerId())
                    .setParameter("member", member)
                    .setParameter("kind", MailLog.KIND)
                    .setParameter("message", messageId)
                    .setParameter("now", now())
                    .executeUpdate();
            change(
                    "DELETE FROM mail_waiting WHERE member_id = :member AND answer_id = :value",
                    member,
                    answer.answerId());
        }
        if (count(WAITING, member).rows > 0) {
            recordNext(member);
        }
    }

    /** The address of an answer by its id. */
    @FunctionalInterface
    interface AnswerUrl {
        String of(long answer);
    }

    private record GatheredRow(Recipient recipient, GatheredMail.Line line) {}

    private static GatheredRow row(Row row, AnswerUrl url) {
        long answer = row.id("id");
        return new GatheredRow(
                Recipient.of(row),
                new GatheredMail.Line(answer, row.text("title"), row.text("writer"), url.of(answer)));
    }

    /** Takes one of the permits of an hour. A repeated job has one already. */
    private boolean take(long member, String jobId) {
        Instant hourAgo = now().minus(WINDOW);
        hibernate
                .createNativeMutationQuery("DELETE FROM mail_permit WHERE member_id = :member AND taken_at <= :until")
                .setParameter("member", member)
                .setParameter("until", hourAgo)
                .executeUpdate();
        boolean has = hibernate
                        .createNativeQuery(
                                "SELECT COUNT(*) AS permits FROM mail_permit WHERE member_id = :member AND job_id = :job",
                                Long.class)
                        .addScalar("permits", Long.class)
                        .setParameter("member", member)
                        .setParameter("job", jobId)
                        .getSingleResult()
                > 0;
        if (has) {
            return true;
        }
        if (count(PERMITS, member).rows >= config.perHour()) {
            return false;
        }
        hibernate
                .createNativeMutationQuery(
                        "INSERT INTO mail_permit (member_id, job_id, taken_at) VALUES (:member, :job, :now)")
                .setParameter("member", member)
                .setParameter("job", jobId)
                .setParameter("now", now())
                .executeUpdate();
        return true;
    }

    /** Records the job that mails the waiting answers, as soon as a permit is free again. */
    private void recordNext(long member) {
        outbox.record(new GatheredMailDue(member), untilFree(member));
    }

    private Duration untilFree(long member) {
        Count permits = count(PERMITS, member);
        return permits.rows < config.perHour()
                ? Duration.ZERO
                : Duration.between(now(), permits.oldest.plus(WINDOW)).plusSeconds(1);
    }

    private Count count(String sql, long member) {
        return hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("permits", Integer.class)
                .addScalar("oldest", Instant.class)
                .setParameter("member", member)
                .setTupleTransformer((values, names) -> {
                    Row row = new Row(values, names);
                    return new Count(row.number("permits"), row.moment("oldest"));
                })
                .getSingleResult();
    }

    private void change(String sql, long member, long value) {
        hibernate
                .createNativeMutationQuery(sql)
                .setParameter("member", member)
                .setParameter("value", value)
                .executeUpdate();
    }

    private void change(String sql, long member) {
        hibernate.createNativeMutationQuery(sql).setParameter("member", member).executeUpdate();
    }

    private Instant now() {
        return Instant.now(clock);
    }
}
