package askme.mail.notice;

import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.mail.MailAllowance;
import askme.mail.MemberMail;
import askme.mail.choice.Pace;
import askme.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Mails one digest. The row of its slot goes with the rows that waited, after the mail; a job that runs again finds no row and
 * ends. A crash between the mail and that sends it twice, with the same {@code Message-ID}.
 */
@ApplicationScoped
@JobHandler(name = "mail-digest", queue = Queues.MAIL)
class SendDigest implements Handler<DigestDue> {

    /** The most notifications in one digest. The others are in the next one. */
    private static final int MOST = 50;

    private final WaitingNotices waiting;
    private final DigestSlots slots;
    private final NoticeWriter writer;
    private final NoticeComposer composer;
    private final MailAllowance allowance;
    private final MemberMail sender;
    private final Clock clock;

    SendDigest(
            WaitingNotices waiting,
            DigestSlots slots,
            NoticeWriter writer,
            NoticeComposer composer,
            MailAllowance allowance,
            MemberMail sender,
            Clock clock) {
        this.waiting = waiting;
        this.slots = slots;
        this.writer = writer;
        this.composer = composer;
        this.allowance = allowance;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public Class<DigestDue> event() {
        return DigestDue.class;
    }

    @Override
    public void handle(DigestDue event, Job job) {
        Optional<NoticeMail> due = NewTransaction.call(() -> due(event, job));
        if (due.isPresent()) {
            sender.send(due.get().recipient(), () -> composer.compose(due.get(), job.id()));
            NewTransaction.run(() -> sent(event, due.get()));
        }
    }

    private Optional<NoticeMail> due(DigestDue event, Job job) {
        long member = event.memberId();
        Pace pace = Pace.of(event.pace()).orElseThrow();
        Member.lock(member);
        if (!slots.exists(event)) {
            return Optional.empty();
        }
        List<WaitingNotice> rows = waiting.ofDigest(member, pace, MOST);
        Optional<NoticeMail> mail = writer.write(member, pace, 0, rows);
        if (mail.isEmpty() || sender.suppressed(mail.get().recipient())) {
            waiting.drop(rows);
            end(event);
            return Optional.empty();
        }
        return allowance.mayMail(member, job.id(), event) ? mail : Optional.empty();
    }

    private void sent(DigestDue event, NoticeMail mail) {
        Member.lock(event.memberId());
        waiting.tell(mail, clock.instant());
        end(event);
    }

    /** Ends the slot. Notifications that did not fit, or that grew since, are in the next digest. */
    private void end(DigestDue event) {
        slots.end(event);
        Pace pace = Pace.of(event.pace()).orElseThrow();
        if (!waiting.ofDigest(event.memberId(), pace, 1).isEmpty()) {
            slots.addNext(event.memberId(), pace, Instant.now(clock));
        }
    }
}
