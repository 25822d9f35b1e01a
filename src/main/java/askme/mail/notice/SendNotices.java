package askme.mail.notice;

import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.jobs.queue.Outbox;
import askme.mail.MailAllowance;
import askme.mail.MemberMail;
import askme.mail.choice.Pace;
import askme.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Mails what waits about one question. The first mail goes at once; for ten minutes after it everything is gathered into the next
 * one. The rows that wait are removed after the mail, so that a crash cannot lose it. A crash between the two sends it twice, with
 * the same {@code Message-ID}.
 */
@ApplicationScoped
@JobHandler(name = "mail-notices", queue = Queues.MAIL)
class SendNotices implements Handler<NoticeMailDue> {

    static final Duration GATHERED_FOR = Duration.ofMinutes(10);

    /** The most notifications in one mail. The others are in the next one. */
    private static final int MOST = 20;

    private final WaitingNotices waiting;
    private final NoticeWriter writer;
    private final NoticeComposer composer;
    private final MailAllowance allowance;
    private final MemberMail sender;
    private final Outbox outbox;
    private final Clock clock;

    SendNotices(
            WaitingNotices waiting,
            NoticeWriter writer,
            NoticeComposer composer,
            MailAllowance allowance,
            MemberMail sender,
            Outbox outbox,
            Clock clock) {
        this.waiting = waiting;
        this.writer = writer;
        this.composer = composer;
        this.allowance = allowance;
        this.sender = sender;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<NoticeMailDue> event() {
        return NoticeMailDue.class;
    }

    @Override
    public void handle(NoticeMailDue event, Job job) {
        Optional<NoticeMail> due = NewTransaction.call(() -> due(event, job));
        if (due.isPresent()) {
            sender.send(due.get().recipient(), () -> composer.compose(due.get(), job.id()));
            NewTransaction.run(() -> sent(event, due.get()));
        }
    }

    private Optional<NoticeMail> due(NoticeMailDue event, Job job) {
        long member = event.memberId();
        Member.lock(member);
        List<WaitingNotice> rows = waiting.about(member, event.questionId(), MOST);
        if (rows.isEmpty() || gathers(event)) {
            return Optional.empty();
        }
        Optional<NoticeMail> mail = writer.write(member, Pace.NOW, event.questionId(), rows);
        if (mail.isEmpty() || sender.suppressed(mail.get().recipient())) {
            waiting.drop(rows);
            return Optional.empty();
        }
        return allowance.mayMail(member, job.id(), event) ? mail : Optional.empty();
    }

    /** Whether the notices wait for a later mail, whose job is recorded. */
    private boolean gathers(NoticeMailDue event) {
        Optional<WaitingNotices.Last> last = waiting.last(event.memberId(), event.questionId());
        Instant now = clock.instant();
        if (last.isEmpty()) {
            return false;
        }
        Instant next = last.get().nextAt();
        if (next != null) {
            return next.isAfter(now);
        }
        Instant end = last.get().mailedAt().plus(GATHERED_FOR);
        if (!end.isAfter(now)) {
            return false;
        }
        waiting.schedule(event.memberId(), event.questionId(), end);
        outbox.record(event, Duration.between(now, end).plusSeconds(1));
        return true;
    }

    private void sent(NoticeMailDue event, NoticeMail mail) {
        Member.lock(event.memberId());
        waiting.tell(mail, clock.instant());
        waiting.mailed(event.memberId(), event.questionId(), clock.instant());
        if (!waiting.about(event.memberId(), event.questionId(), 1).isEmpty()) {
            outbox.record(event);
        }
    }
}
