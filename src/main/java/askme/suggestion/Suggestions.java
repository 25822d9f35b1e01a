package askme.suggestion;

import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.picture.PictureUses;
import askme.revision.Content;
import askme.session.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/**
 * Stores suggested edits and the decisions on them. Locks are taken in one order: question, answer, suggestion. A member proposes
 * under the lock of the question and of the member's own row, so the counts below are exact.
 */
@ApplicationScoped
public class Suggestions {

    /** The suggested edits of one member that may wait at the same time. */
    public static final int MOST_OF_MEMBER = 5;

    /** Those that may wait for a question and its answers: the page of the question names them. */
    public static final int MOST_AT_A_QUESTION = 50;

    static final String OF_MEMBER = "SELECT COUNT(*) AS waiting FROM edit_suggestion FORCE INDEX (suggestion_by_state)"
            + " WHERE proposer_id = :id AND state = 'waiting'";

    static final String AT_QUESTION =
            "SELECT COUNT(*) AS waiting FROM edit_suggestion FORCE INDEX (suggestion_at_question)"
                    + " WHERE question_id = :id AND state = 'waiting'";

    static final String LOCK = "SELECT state FROM edit_suggestion WHERE id = :id FOR UPDATE";

    private static final String INSERT = """
            INSERT INTO edit_suggestion (question_id, answer_id, author_id, proposer_id, title, tag_names, body, reason, post_version, proposed_at)
            VALUES (:question, :answer, :author, :proposer, :title, :tags, :body, :reason, :version, :at)""";

    private static final String CHANGE = """
            UPDATE edit_suggestion SET title = :title, tag_names = :tags, body = :body, reason = :reason, post_version = :version,
                   proposed_at = :at
            WHERE id = :id""";

    private static final String DECIDE = """
            UPDATE edit_suggestion SET state = :state, decided_by = :by, decided_at = :at, decision_reason = :reason
            WHERE id = :id""";

    static final String WAITING_AT = "SELECT id FROM edit_suggestion FORCE INDEX (suggestion_at_question)"
            + " WHERE question_id = :question AND state = 'waiting' AND (:answer = 0 OR answer_id = :answer)";

    private final Session hibernate;
    private final SuggestionQueries queries;
    private final PictureUses pictures;
    private final Outbox outbox;
    private final Clock clock;

    Suggestions(Session hibernate, SuggestionQueries queries, PictureUses pictures, Outbox outbox, Clock clock) {
        this.hibernate = hibernate;
        this.queries = queries;
        this.pictures = pictures;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The edit that a member proposes.
     *
     * @param author the id of the post's author
     * @param version of the post that the content is based on
     */
    public record Proposal(SuggestedPost post, long author, Content content, String reason, String version) {}

    /**
     * Stores the proposal. If one of the same member waits for this post, its text is replaced. The caller has locked the question,
     * and then the answer.
     *
     * @throws SuggestionRefused if too many wait
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void propose(Proposal proposal, long proposer) {
        Member.lock(proposer);
        Optional<Long> own = queries.ownId(proposal.post, proposer);
        if (own.isEmpty()) {
            refuseIf(count(OF_MEMBER, proposer) >= MOST_OF_MEMBER, SuggestionRefused.Fault.MEMBER_HAS_MANY);
            refuseIf(
                    count(AT_QUESTION, proposal.post.questionId()) >= MOST_AT_A_QUESTION,
                    SuggestionRefused.Fault.QUESTION_HAS_MANY);
            written(INSERT, proposal)
                    .setParameter("question", proposal.post.questionId())
                    .setParameter("answer", proposal.post.answerId(), Long.class)
                    .setParameter("author", proposal.author)
                    .setParameter("proposer", proposer)
                    .executeUpdate();
        } else {
            written(CHANGE, proposal).setParameter("id", own.get()).executeUpdate();
        }
        long id = own.orElseGet(() -> queries.ownId(proposal.post, proposer).orElseThrow());
        pictures.record(SuggestionTexts.KIND, id, proposal.content.body());
        if (own.isEmpty()) {
            outbox.record(new EditSuggested(id));
            outbox.record(new SuggestionsChanged(List.of(id)));
        }
    }

    /**
     * Locks a suggestion that waits, and returns it. The caller has locked its question and answer.
     *
     * @param seen {@link Suggestion#seen} of what the member saw; null if the member sends a text
     * @throws DecidedBefore if it does not wait any longer, or if the proposer changed it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Suggestion lockWaiting(long id, String seen) {
        String state = hibernate
                .createNativeQuery(LOCK, String.class)
                .addScalar("state", String.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .orElseThrow(NotFoundException::new);
        Suggestion suggestion = queries.require(id);
        boolean other = seen != null && !seen.equals(suggestion.seen());
        if (other || SuggestionState.of(state) != SuggestionState.WAITING) {
            throw new DecidedBefore(suggestion);
        }
        return suggestion;
    }

    /**
     * Removes those that wait for a deleted post; with a question also those for its answers. The caller has locked the question.
     *
     * @param answer the id of the deleted answer, or 0 for the question
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void removeWaiting(long question, long answer) {
        List<Long> waiting = hibernate
                .createNativeQuery(WAITING_AT, Long.class)
                .addScalar("id", Long.class)
                .setParameter("question", question)
                .setParameter("answer", answer)
                .list();
        if (!waiting.isEmpty()) {
            hibernate
                    .createNativeMutationQuery("DELETE FROM edit_suggestion WHERE id IN (:ids)")
                    .setParameterList("ids", waiting)
                    .executeUpdate();
            pictures.remove(SuggestionTexts.KIND, waiting);
            outbox.record(new SuggestionsChanged(waiting));
        }
    }

    /** Records that {@code reviewer} took it. The caller has changed the post in the same transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void taken(Suggestion suggestion, boolean changed, long reviewer) {
        decide(suggestion, changed ? SuggestionState.CHANGED : SuggestionState.TAKEN, reviewer, "");
    }

    /** Declines it. Returns the id of the proposer. */
    @Transactional
    public long decline(long id, String seen, String reason, long reviewer, Rights rights) {
        Suggestion suggestion = lockWaiting(id, seen);
        Rights.require(rights.mayReview(suggestion.author()));
        decide(suggestion, SuggestionState.DECLINED, reviewer, reason);
        return suggestion.proposer().id();
    }

    /** Takes it back for its proposer. */
    @Transactional
    public void withdraw(long id, long proposer) {
        Suggestion suggestion = lockWaiting(id, null);
        Rights.require(suggestion.proposer().id() == proposer);
        decide(suggestion, SuggestionState.WITHDRAWN, proposer, "");
    }

    private void decide(Suggestion suggestion, SuggestionState state, long reviewer, String reason) {
        hibernate
                .createNativeMutationQuery(DECIDE)
                .setParameter("state", state.stored())
                .setParameter("by", reviewer)
                .setParameter("at", now())
                .setParameter("reason", reason)
                .setParameter("id", suggestion.id())
                .executeUpdate();
        outbox.record(new SuggestionsChanged(List.of(suggestion.id())));
        if (suggestion.proposer().id() != reviewer) {
            outbox.record(
                    new SuggestionDecided(suggestion.id(), suggestion.proposer().id()));
        }
    }

    private MutationQuery written(String sql, Proposal proposal) {
        return hibernate
                .createNativeMutationQuery(sql)
                .setParameter("title", proposal.content.title(), String.class)
                .setParameter("tags", proposal.content.tagNames(), String.class)
                .setParameter("body", proposal.content.body())
                .setParameter("reason", proposal.reason)
                .setParameter("version", proposal.version)
                .setParameter("at", now());
    }

    private long count(String sql, long id) {
        return hibernate
                .createNativeQuery(sql, Long.class)
                .addScalar("waiting", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private static void refuseIf(boolean condition, SuggestionRefused.Fault fault) {
        if (condition) {
            throw new SuggestionRefused(fault);
        }
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
