package askme.mail.notice;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.jobs.queue.Outbox;
import askme.mail.choice.MailChoices;
import askme.mail.choice.Pace;
import askme.notification.NotificationCard;
import askme.notification.NotificationKind;
import askme.notification.NotificationQueries;
import askme.notification.NotificationsAdded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps each notification for a mail, as its member has chosen: for one at once, or for the next digest. All rows of one event are
 * written in one transaction, so the job may run again.
 *
 * <p>An answer to an own question has its own mail if the member chose "at once".
 */
@ApplicationScoped
@JobHandler(name = "gather-mail", queue = Queues.MAIL)
class GatherNotices implements Handler<NotificationsAdded> {

    private final NotificationQueries notifications;
    private final MailChoices choices;
    private final WaitingNotices waiting;
    private final Outbox outbox;
    private final Clock clock;

    GatherNotices(
            NotificationQueries notifications,
            MailChoices choices,
            WaitingNotices waiting,
            Outbox outbox,
            Clock clock) {
        this.notifications = notifications;
        this.choices = choices;
        this.waiting = waiting;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<NotificationsAdded> event() {
        return NotificationsAdded.class;
    }

    @Override
    @Transactional
    public void handle(NotificationsAdded event, Job job) {
        List<Long> ids = event.entries().stream()
                .map(NotificationsAdded.Entry::notificationId)
                .toList();
        List<WaitingNotice> found = toMail(notifications.of(ids));
        waiting.add(found);
        Set<NoticeMailDue> atOnce = new LinkedHashSet<>();
        for (WaitingNotice notice : found) {
            if (notice.pace() == Pace.NOW) {
                atOnce.add(new NoticeMailDue(notice.member(), notice.question()));
            }
        }
        atOnce.forEach(outbox::record);
    }

    private List<WaitingNotice> toMail(List<NotificationCard> cards) {
        Set<Long> members =
                cards.stream().map(NotificationCard::memberId).collect(Collectors.toCollection(TreeSet::new));
        Map<Long, MailChoices.Choices> chosen = choices.of(members);
        Map<Long, Long> askers = waiting.askers(cards.stream()
                .filter(card -> card.kind() == NotificationKind.ANSWER)
                .map(NotificationCard::questionId)
                .collect(Collectors.toSet()));
        Map<Long, Instant> told =
                waiting.told(cards.stream().map(NotificationCard::id).toList());
        List<WaitingNotice> found = new ArrayList<>();
        for (NotificationCard card : cards) {
            MailChoices.Choices choice = chosen.get(card.memberId());
            Pace pace = choice == null ? Pace.NEVER : choice.of(card.kind());
            boolean hasOwnMail = card.kind() == NotificationKind.ANSWER
                    && pace == Pace.NOW
                    && askers.getOrDefault(card.questionId(), 0L) == card.memberId();
            Instant last = told.getOrDefault(card.id(), Instant.MIN);
            if (pace != Pace.NEVER && !hasOwnMail && !card.read() && last.isBefore(card.at())) {
                Instant slot = pace.isDigest() ? pace.nextAfter(clock.instant(), choice.zone()) : null;
                found.add(new WaitingNotice(card.memberId(), pace, card.questionId(), card.id(), card.at(), slot));
            }
        }
        return found;
    }
}
