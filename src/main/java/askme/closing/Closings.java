package askme.closing;

import askme.database.NewTransaction;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.pagecache.PageChanges;
import askme.question.Question;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;

/**
 * Closes questions, as a moderator, by votes, or as the author of a duplicate, and reopens them. Every step locks the question first.
 * For a duplicate the other questions are locked too, in the order of their ids, so two that are closed as duplicates of each other at
 * the same time make no circle.
 */
@ApplicationScoped
class Closings {

    static final String CLOSE = "close";
    static final String REOPEN = "reopen";
    static final String MODERATOR = "moderator";
    static final String VOTES = "votes";
    static final String AUTHOR = "author";

    /** The time in which the vote that closed a question may be taken back, which opens it again. */
    static final Duration UNDO = Duration.ofMinutes(10);

    private static final int ATTEMPTS = 3;

    private static final String PUT = """
            INSERT INTO closed_question (question_id, reason, own_reason, duplicate_of, closed_how, closed_at)
            VALUES (:id, :reason, :own, :of, :how, :at)""";

    private final CloseVotes votes;
    private final Duplicates duplicates;
    private final ClosingRules rules;
    private final PageChanges changes;
    private final ModerationLog log;
    private final Session hibernate;
    private final Clock clock;
    private final LocalizedMessages<ClosingMessages> messages = LocalizedMessages.of(ClosingMessages.class);

    Closings(
            CloseVotes votes,
            Duplicates duplicates,
            ClosingRules rules,
            PageChanges changes,
            ModerationLog log,
            Session hibernate,
            Clock clock) {
        this.votes = votes;
        this.duplicates = duplicates;
        this.rules = rules;
        this.changes = changes;
        this.log = log;
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** The result of a request. */
    enum Outcome {
        CLOSED,
        REOPENED,
        VOTED,
        TAKEN_BACK,
        UNCHANGED
    }

    /**
     * Closes the question or votes for it. If it is closed, a vote of the member to reopen it is taken back.
     *
     * @param reason for a duplicate with a question that exists and leads to another one than {@code id}
     */
    Outcome close(long id, CloseReason reason, MemberRef member, Rights rights) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Set<Long> named = new HashSet<>(votes.targets(id));
            if (reason.isDuplicate()) {
                named.add(reason.of());
            }
            Map<Long, Long> ends = duplicates.ends(id, named);
            Optional<Outcome> done = NewTransaction.call(() -> close(id, reason, ends, member, rights));
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new ProblemException(409, "duplicate-changed", messages.get().target_changed());
    }

    /** Empty if the other question has changed since its end was found. */
    private Optional<Outcome> close(
            long id, CloseReason reason, Map<Long, Long> ends, MemberRef member, Rights rights) {
        Map<Long, Question> locked = lock(id, ends);
        Question question = locked.get(id);
        if (question == null) {
            throw new NotFoundException();
        }
        boolean moderator = rights.closesAlone();
        boolean author = question.authorId == member.id() && reason.isDuplicate();
        if (!author) {
            rights.require(Privilege.CLOSE);
        }
        Question.requireUnlocked(question.locked && !moderator);
        if (question.closedNow()) {
            return Optional.of(votes.remove(id, REOPEN, member.id()) ? takenBack(id) : Outcome.UNCHANGED);
        }
        if (reason.isIncomplete()) {
            return Optional.of(Outcome.UNCHANGED); // it was closed when the form was sent
        }
        CloseReason resolved = resolved(reason, ends, locked);
        if (resolved == null) {
            return Optional.empty();
        }
        if (moderator || author) {
            votes.removeAll(id);
            votes.put(id, CLOSE, member.id(), resolved);
            close(question, resolved, moderator ? MODERATOR : AUTHOR, member.id());
            return Optional.of(Outcome.CLOSED);
        }
        votes.put(id, CLOSE, member.id(), resolved);
        List<CloseVotes.Vote> valid = votes.valid(id, CLOSE);
        if (valid.size() < rules.votes()) {
            changes.question(id);
            return Optional.of(Outcome.VOTED);
        }
        close(question, winner(valid, resolved, ends, locked), VOTES, member.id());
        return Optional.of(Outcome.CLOSED);
    }

    /** The question and the ends, by id, without those that are deleted. */
    private static Map<Long, Question> lock(long id, Map<Long, Long> ends) {
        Set<Long> ids = new TreeSet<>(ends.values());
        ids.add(id);
        Map<Long, Question> locked = new HashMap<>();
        ids.forEach(
                one -> Question.lock(one).filter(found -> !found.hidden).ifPresent(found -> locked.put(one, found)));
        return locked;
    }

    /** The reason with the end of its duplicates; null if that is no visible question that is not closed as a duplicate. */
    private static CloseReason resolved(CloseReason reason, Map<Long, Long> ends, Map<Long, Question> locked) {
        if (!reason.isDuplicate()) {
            return reason;
        }
        Question end = ends.containsKey(reason.of()) ? locked.get(ends.get(reason.of())) : null;
        return end == null || end.closed == Question.DUPLICATE ? null : CloseReason.duplicate(end.id);
    }

    /** The reason with the most votes; of equal ones that of the first vote. A vote for a question that was deleted has no reason. */
    private static CloseReason winner(
            List<CloseVotes.Vote> valid, CloseReason own, Map<Long, Long> ends, Map<Long, Question> locked) {
        Map<CloseReason, Integer> counted = new HashMap<>();
        CloseReason best = own;
        for (CloseVotes.Vote vote : valid) {
            CloseReason reason = resolved(vote.reason(), ends, locked);
            if (reason != null) {
                counted.merge(reason, 1, Integer::sum);
            }
        }
        int most = 0;
        for (CloseVotes.Vote vote : valid) {
            CloseReason reason = resolved(vote.reason(), ends, locked);
            if (reason != null && counted.get(reason) > most) {
                most = counted.get(reason);
                best = reason;
            }
        }
        return best;
    }

    private void close(Question question, CloseReason reason, String how, long by) {
        hibernate
                .createNativeMutationQuery(PUT)
                .setParameter("id", question.id)
                .setParameter("reason", reason.kind())
                .setParameter("own", reason.own(), String.class)
                .setParameter("of", reason.of(), Long.class)
                .setParameter("how", how)
                .setParameter("at", Instant.now(clock).truncatedTo(ChronoUnit.MICROS))
                .executeUpdate();
        int state = reason.isDuplicate() ? Question.DUPLICATE : Question.CLOSED;
        changes.state(new QuestionClosed(question.id, by), question.stepTo(state));
        String why = reason.isDuplicate()
                ? reason.kind() + " " + reason.of()
                : reason.own() == null ? reason.kind() : reason.own();
        log.record(by, Act.CLOSE, Target.question(question.id), question.authorId, why);
    }

    /**
     * Reopens the question or votes for it. If it is open, a vote of the member to close it is taken back; so is, for a while, the
     * vote that closed it.
     */
    @Transactional
    Outcome reopen(long id, MemberRef member, Rights rights) {
        Question question = Question.lockById(id);
        boolean moderator = rights.closesAlone();
        if (!question.closedNow()) {
            return votes.remove(id, CLOSE, member.id()) ? takenBack(id) : Outcome.UNCHANGED;
        }
        Question.requireUnlocked(question.locked && !moderator);
        String how = how(id);
        if (moderator || question.authorId == member.id() && !how.equals(MODERATOR)) {
            votes.removeAll(id);
            return reopen(question, member.id());
        }
        if (how.equals(VOTES) && isLastVote(id, member.id())) {
            votes.remove(id, CLOSE, member.id());
            return reopen(question, member.id());
        }
        rights.require(Privilege.CLOSE);
        return voteToReopen(question, member.id());
    }

    /**
     * The asker says whether the other question solves this one. "differs" is a vote to reopen it.
     *
     * @param says {@code solves} or {@code differs}
     */
    @Transactional
    Outcome judge(long id, String says, MemberRef member) {
        Question question = Question.lockById(id);
        Rights.require(question.authorId == member.id());
        if (question.closed != Question.DUPLICATE) {
            return Outcome.UNCHANGED;
        }
        hibernate
                .createNativeMutationQuery("UPDATE closed_question SET asker_says = :says WHERE question_id = :id")
                .setParameter("says", says)
                .setParameter("id", id)
                .executeUpdate();
        changes.record(new DuplicateJudged(id));
        if (says.equals("differs")) {
            return voteToReopen(question, member.id());
        }
        votes.remove(id, REOPEN, member.id());
        return Outcome.VOTED;
    }

    private Outcome voteToReopen(Question question, long member) {
        votes.put(question.id, REOPEN, member, null);
        if (votes.valid(question.id, REOPEN).size() < rules.votes()) {
            changes.question(question.id);
            return Outcome.VOTED;
        }
        votes.removeAll(question.id);
        return reopen(question, member);
    }

    private Outcome reopen(Question question, long by) {
        hibernate
                .createNativeMutationQuery("DELETE FROM closed_question WHERE question_id = :id")
                .setParameter("id", question.id)
                .executeUpdate();
        changes.state(new QuestionReopened(question.id, by), question.stepTo(Question.OPEN));
        log.record(by, Act.REOPEN, Target.question(question.id), question.authorId, "");
        return Outcome.REOPENED;
    }

    private Outcome takenBack(long id) {
        changes.question(id);
        return Outcome.TAKEN_BACK;
    }

    private String how(long id) {
        return hibernate
                .createNativeQuery("SELECT closed_how FROM closed_question WHERE question_id = :id", String.class)
                .addScalar("closed_how", String.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private boolean isLastVote(long id, long member) {
        List<CloseVotes.Vote> all = votes.all(id, CLOSE);
        CloseVotes.Vote last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last != null
                && last.member() == member
                && last.at().isAfter(Instant.now(clock).minus(UNDO));
    }
}
