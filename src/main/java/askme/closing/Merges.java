package askme.closing;

import askme.answer.AnswerMoves;
import askme.database.NewTransaction;
import askme.database.Row;
import askme.follow.Follows;
import askme.jobs.queue.Outbox;
import askme.member.MemberRef;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.pagecache.PageChanges;
import askme.question.Question;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.Session;

/**
 * Moves the answers of a question that is closed as a duplicate to the other one. A job does it in batches. Each batch reads what is
 * left, so it may run twice and continues after a crash. Reopening the question ends the merge; what has moved stays.
 */
@ApplicationScoped
class Merges {

    static final String COMMENTS_OF_ANSWERS = "SELECT COUNT(*) AS comments FROM comment FORCE INDEX (comment_order)"
            + " WHERE question_id = :id AND answer_id IS NOT NULL";

    private static final String OPEN = "SELECT duplicate_of FROM closed_question"
            + " WHERE question_id = :id AND merge_begun_at IS NOT NULL AND merge_ended_at IS NULL";

    private static final String BEGIN = "UPDATE closed_question SET duplicate_of = :into, merge_begun_at = :at"
            + " WHERE question_id = :id AND merge_begun_at IS NULL";

    private static final String END = "UPDATE closed_question SET merge_ended_at = :at WHERE question_id = :id";

    private final Duplicates duplicates;
    private final AnswerMoves moves;
    private final Follows follows;
    private final PageChanges changes;
    private final Outbox outbox;
    private final ModerationLog log;
    private final Session hibernate;
    private final Clock clock;
    private final LocalizedMessages<ClosingMessages> messages = LocalizedMessages.of(ClosingMessages.class);

    Merges(
            Duplicates duplicates,
            AnswerMoves moves,
            Follows follows,
            PageChanges changes,
            Outbox outbox,
            ModerationLog log,
            Session hibernate,
            Clock clock) {
        this.duplicates = duplicates;
        this.moves = moves;
        this.follows = follows;
        this.changes = changes;
        this.outbox = outbox;
        this.log = log;
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** The question into which {@code question} can be merged; 409 if it is not closed as a duplicate, or if that one was deleted. */
    long target(long question) {
        return duplicates.end(question).filter(end -> end != question).orElseThrow(this::notMergeable);
    }

    private ProblemException notMergeable() {
        return new ProblemException(409, "not-a-duplicate", messages.get().not_mergeable());
    }

    /** The comments of the answers of a question. */
    int comments(long question) {
        return hibernate
                .createNativeQuery(COMMENTS_OF_ANSWERS, Integer.class)
                .addScalar("comments", Integer.class)
                .setParameter("id", question)
                .getSingleResult();
    }

    /** Begins the merge; a second request does nothing. Returns the other question. */
    long begin(long id, MemberRef member, Rights rights) {
        Rights.require(rights.mayMerge());
        long into = target(id);
        NewTransaction.run(() -> begin(id, into, member));
        return into;
    }

    private void begin(long id, long into, MemberRef member) {
        Map<Long, Question> locked = lock(id, into);
        if (locked.size() < 2
                || locked.get(id).closed != Question.DUPLICATE
                || locked.get(into).closed == Question.DUPLICATE) {
            throw notMergeable();
        }
        int begun = hibernate
                .createNativeMutationQuery(BEGIN)
                .setParameter("into", into)
                .setParameter("at", now())
                .setParameter("id", id)
                .executeUpdate();
        if (begun == 1) {
            changes.question(id);
            outbox.record(new MergeBegun(id));
            log.record(member.id(), Act.MERGE, Target.question(id), locked.get(id).authorId, "into " + into);
        }
    }

    /** Moves what is left. */
    void run(long id) {
        Optional<Long> into = into(id);
        if (into.isPresent()) {
            copyFollowers(id, into.get());
            while (NewTransaction.call(() -> moveSome(id, into.get()))) {
                // One transaction after the other, so that the locks are short.
            }
        }
    }

    /** The other question of a merge that has begun and not ended. */
    private Optional<Long> into(long id) {
        return hibernate
                .createNativeQuery(OPEN, Object[].class)
                .addScalar("duplicate_of", Long.class)
                .setParameter("id", id)
                .setTupleTransformer((values, names) -> new Row(values, names).id("duplicate_of"))
                .uniqueResultOptional();
    }

    /** Returns whether there may be more. */
    private boolean moveSome(long id, long into) {
        Map<Long, Question> locked = lock(id, into);
        boolean valid = locked.size() == 2
                && locked.get(id).closed == Question.DUPLICATE
                && into(id).filter(now -> now == into).isPresent();
        if (!valid) {
            return false; // somebody reopened or deleted it
        }
        if (moves.moveSome(id, into)) {
            return true;
        }
        hibernate
                .createNativeMutationQuery(END)
                .setParameter("at", now())
                .setParameter("id", id)
                .executeUpdate();
        changes.record(new MergeEnded(id));
        return false;
    }

    private void copyFollowers(long id, long into) {
        long asker = Question.<Question>findById(id).authorId;
        NewTransaction.run(() -> follows.ownPost(asker, into));
        long after = 0;
        do {
            long from = after;
            after = NewTransaction.call(() -> follows.copy(id, into, from));
        } while (after != 0);
    }

    /** Both questions by id, locked in the order of their ids, without a deleted one. */
    private static Map<Long, Question> lock(long id, long into) {
        Map<Long, Question> locked = new TreeMap<>();
        for (long one : new long[] {Math.min(id, into), Math.max(id, into)}) {
            Question.lock(one).filter(found -> !found.hidden).ifPresent(found -> locked.put(one, found));
        }
        return locked;
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
