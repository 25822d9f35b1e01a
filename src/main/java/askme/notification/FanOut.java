package askme.notification;

import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.jobs.queue.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Notifies the audience of a post. A small one is notified at once. A large one is divided into pieces, and each piece is a job, so that
 * several workers share them.
 */
@ApplicationScoped
@JobHandler(name = "notify-followers", queue = Queues.DIGEST)
class FanOut implements Handler<NotifyFollowers> {

    /** The pieces that one job makes. Another job continues after them. */
    static final int MOST_PIECES = 40;

    private static final int READ = MOST_PIECES * Inbox.MOST_TOLD + 1;

    private final ToldPosts posts;
    private final Audience audience;
    private final Recipients recipients;
    private final Notifier notifier;
    private final Withdrawal withdrawal;
    private final Outbox outbox;

    FanOut(
            ToldPosts posts,
            Audience audience,
            Recipients recipients,
            Notifier notifier,
            Withdrawal withdrawal,
            Outbox outbox) {
        this.posts = posts;
        this.audience = audience;
        this.recipients = recipients;
        this.notifier = notifier;
        this.withdrawal = withdrawal;
        this.outbox = outbox;
    }

    @Override
    public Class<NotifyFollowers> event() {
        return NotifyFollowers.class;
    }

    @Override
    public void handle(NotifyFollowers event, Job job) throws SQLException {
        NotificationKind kind = NotificationKind.of(event.kind());
        Cause cause = Cause.parse(event.cause());
        if (event.upTo() == 0) {
            tell(kind, cause, event.after());
        } else {
            tell(kind, cause, event.after(), event.upTo());
        }
    }

    /** Notifies all members to whom the post is news of this kind. */
    void tell(NotificationKind kind, Cause cause) throws SQLException {
        tell(kind, cause, 0);
    }

    private void tell(NotificationKind kind, Cause cause, long after) throws SQLException {
        Optional<ToldPost> post = posts.visible(cause);
        if (post.isEmpty()) {
            withdrawal.cause(cause);
            return;
        }
        List<Long> members = audience.members(kind, post.get(), after, Long.MAX_VALUE, READ);
        if (members.size() <= Inbox.MOST_TOLD) {
            tell(kind, cause, post.get(), members);
        } else {
            NewTransaction.run(() -> divide(kind, cause, after, members));
        }
    }

    private void divide(NotificationKind kind, Cause cause, long after, List<Long> members) {
        long from = after;
        int pieces = Math.min(members.size(), READ - 1);
        for (int i = 0; i < pieces; i += Inbox.MOST_TOLD) {
            long last = members.get(Math.min(pieces, i + Inbox.MOST_TOLD) - 1);
            outbox.record(new NotifyFollowers(kind.stored(), cause.stored(), from, last));
            from = last;
        }
        if (members.size() == READ) {
            outbox.record(new NotifyFollowers(kind.stored(), cause.stored(), from, 0));
        }
    }

    /** Members may have followed in between, so a piece may have become larger. */
    private void tell(NotificationKind kind, Cause cause, long after, long upTo) throws SQLException {
        long from = after;
        List<Long> members;
        do {
            Optional<ToldPost> post = posts.visible(cause);
            if (post.isEmpty()) {
                withdrawal.cause(cause);
                return;
            }
            members = audience.members(kind, post.get(), from, upTo, Inbox.MOST_TOLD);
            tell(kind, cause, post.get(), members);
            from = members.isEmpty() ? upTo : members.get(members.size() - 1);
        } while (members.size() == Inbox.MOST_TOLD && from < upTo);
    }

    private void tell(NotificationKind kind, Cause cause, ToldPost post, List<Long> members) throws SQLException {
        Fact fact = Fact.of(kind, post, cause);
        notifier.tell(fact, recipients.of(fact, post, members));
        withdrawIfDeleted(cause);
    }

    /** Notifies the members whom the comment mentions. */
    void tellMentioned(Cause comment) throws SQLException {
        tellOnly(NotificationKind.MENTION, comment, posts.mentioned(comment.id()));
    }

    /** Notifies these members. */
    void tellOnly(NotificationKind kind, Cause cause, List<Long> members) throws SQLException {
        Optional<ToldPost> post = posts.visible(cause);
        if (post.isPresent()) {
            Fact fact = Fact.of(kind, post.get(), cause);
            notifier.tell(fact, recipients.of(fact, members));
        }
        withdrawIfDeleted(cause);
    }

    /** A post that is deleted after this check finds these notifications, and withdraws them. */
    private void withdrawIfDeleted(Cause cause) throws SQLException {
        if (posts.visible(cause).isEmpty()) {
            withdrawal.cause(cause);
        }
    }
}
