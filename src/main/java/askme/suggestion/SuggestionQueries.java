package askme.suggestion;

import askme.database.Row;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads suggested edits. Each list is a range of an index. */
@ApplicationScoped
public class SuggestionQueries {

    static final int PAGE_SIZE = 30;

    private static final String LISTED = """
            SELECT STRAIGHT_JOIN s.id, s.question_id, s.answer_id, q.title AS heading, s.reason, s.proposed_at, s.state,
                   s.proposer_id, p.nickname, p.avatar, p.rating AS proposer_rating,
                   d.nickname AS decider, s.decided_at, s.decision_reason
            FROM (SELECT id FROM edit_suggestion FORCE INDEX (%s) WHERE %s AND id < :before ORDER BY id DESC LIMIT :size) page
            JOIN edit_suggestion s ON s.id = page.id
            JOIN question q ON q.id = s.question_id
            JOIN member p ON p.id = s.proposer_id
            LEFT JOIN member d ON d.id = s.decided_by""";

    static final String WAITING = LISTED.formatted("suggestion_waiting", "state = 'waiting'");

    static final String FOR_AUTHOR =
            LISTED.formatted("suggestion_for_author", "author_id = :member AND state = 'waiting'");

    static final String OF_PROPOSER = LISTED.formatted("suggestion_of_proposer", "proposer_id = :member");

    static final String ONE = """
            SELECT s.id, s.question_id, s.answer_id, q.title AS heading, s.author_id, s.title, s.tag_names, s.body, s.reason,
                   s.post_version, s.proposed_at, s.state, s.proposer_id, p.nickname, p.avatar, p.rating AS proposer_rating,
                   d.nickname AS decider, s.decided_at, s.decision_reason
            FROM edit_suggestion s
            JOIN question q ON q.id = s.question_id
            LEFT JOIN answer a ON a.id = s.answer_id
            JOIN member p ON p.id = s.proposer_id
            LEFT JOIN member d ON d.id = s.decided_by
            WHERE s.id = :id AND q.hidden = 0 AND COALESCE(a.hidden, 0) = 0""";

    /** At most {@value Suggestions#MOST_AT_A_QUESTION} rows are read. */
    static final String OWN = "SELECT id FROM edit_suggestion FORCE INDEX (suggestion_at_question)"
            + " WHERE question_id = :question AND state = 'waiting' AND proposer_id = :proposer AND answer_id <=> :answer";

    static final String OUTCOMES =
            "SELECT s.id, s.state, d.nickname AS decider FROM edit_suggestion s FORCE INDEX (PRIMARY)"
                    + " LEFT JOIN member d ON d.id = s.decided_by WHERE s.id IN (:ids)";

    private final Session hibernate;

    SuggestionQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** The states of these suggested edits, by their keys. */
    public List<SuggestionOutcome> outcomes(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, SuggestionOutcome> found = hibernate
                .createNativeQuery(OUTCOMES, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("state", String.class)
                .addScalar("decider", String.class)
                .setParameterList("ids", ids)
                .setTupleTransformer((values, names) -> SuggestionOutcome.of(new Row(values, names)))
                .list()
                .stream()
                .collect(Collectors.toMap(SuggestionOutcome::edit, outcome -> outcome));
        return ids.stream()
                .map(id -> found.getOrDefault(id, SuggestionOutcome.gone(id)))
                .toList();
    }

    /** The suggested edit with this id; 404 if it does not exist, or if its post is deleted. */
    public Suggestion require(long id) {
        return rows(ONE)
                .addScalar("author_id", Long.class)
                .addScalar("title", String.class)
                .addScalar("tag_names", String.class)
                .addScalar("body", String.class)
                .addScalar("post_version", String.class)
                .setParameter("id", id)
                .setTupleTransformer((values, names) -> Suggestion.of(new Row(values, names)))
                .uniqueResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The suggestion for this post that waits and that {@code proposer} may still change. */
    public Optional<Suggestion> own(SuggestedPost post, long proposer) {
        return ownId(post, proposer).map(this::require);
    }

    Optional<Long> ownId(SuggestedPost post, long proposer) {
        return hibernate
                .createNativeQuery(OWN, Long.class)
                .addScalar("id", Long.class)
                .setParameter("question", post.questionId())
                .setParameter("answer", post.answerId(), Long.class)
                .setParameter("proposer", proposer)
                .uniqueResultOptional();
    }

    /** All that wait, the newest first. */
    public KeyPage<ListedSuggestion> waiting(ListKey before) {
        return page(listed(WAITING), before);
    }

    /** Those that wait for the posts of {@code author}, the newest first. */
    public KeyPage<ListedSuggestion> forAuthor(long author, ListKey before) {
        return page(listed(FOR_AUTHOR).setParameter("member", author), before);
    }

    /** Those of one proposer with what became of them, the newest first. */
    public KeyPage<ListedSuggestion> ofProposer(long proposer, ListKey before) {
        return page(listed(OF_PROPOSER).setParameter("member", proposer), before);
    }

    private static KeyPage<ListedSuggestion> page(NativeQuery<ListedSuggestion> query, ListKey before) {
        List<ListedSuggestion> found =
                query.setParameter("before", before.id()).setParameter("size", PAGE_SIZE + 1).stream()
                        .sorted(Comparator.comparing(ListedSuggestion::id).reversed())
                        .toList();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofId(last.id()));
    }

    private NativeQuery<ListedSuggestion> listed(String sql) {
        return rows(sql).setTupleTransformer((values, names) -> ListedSuggestion.of(new Row(values, names)));
    }

    /** A query with the columns that a suggestion has in a list and on its page. */
    private NativeQuery<Object[]> rows(String sql) {
        return hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("question_id", Long.class)
                .addScalar("answer_id", Long.class)
                .addScalar("heading", String.class)
                .addScalar("reason", String.class)
                .addScalar("proposed_at", Instant.class)
                .addScalar("state", String.class)
                .addScalar("proposer_id", Long.class)
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("proposer_rating", Integer.class)
                .addScalar("decider", String.class)
                .addScalar("decided_at", Instant.class)
                .addScalar("decision_reason", String.class);
    }
}
