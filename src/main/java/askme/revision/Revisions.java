package askme.revision;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** Stores the revisions of a post, in the transaction of its change. */
@ApplicationScoped
public class Revisions {

    /** Changes that follow the first one by the same member within this time are one revision. */
    static final Duration JOINING = Duration.ofMinutes(5);

    /** Reads one row by its primary key: with the lock of a range two first changes of neighbours would wait for each other. */
    static final String LAST =
            "SELECT editor_id, restored_from, taken_by, begun_at, written_at FROM %s WHERE %s = :post AND number = :number FOR UPDATE";

    private static final String INSERT = """
            INSERT INTO %s (%s, number, editor_id, %s, reason, restored_from, taken_by, taken_changed, begun_at, written_at)
            VALUES (:post, :number, :editor, %s, :reason, :restored, :takenBy, :takenChanged, :at, :at)""";

    private static final String JOIN = """
            UPDATE %s SET %s, reason = IF(:reason = '', reason, :reason), written_at = :at
            WHERE %s = :post AND number = :number""";

    private final Session hibernate;

    Revisions(Session hibernate) {
        this.hibernate = hibernate;
    }

    private record Last(long editor, boolean separate, Instant begunAt, Instant writtenAt) {

        private static Last of(Row row) {
            return new Last(
                    row.id("editor_id"),
                    row.has("restored_from") || row.has("taken_by"),
                    row.moment("begun_at"),
                    row.moment("written_at"));
        }
    }

    /**
     * Stores the state after a change, and the state before it if that is not stored yet: at the first change, and after a change by
     * an earlier version of the site. The caller has locked the post.
     *
     * @param last the number of the post's last revision, 0 if it has none
     * @return the number of the last revision now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int store(RevisionKind kind, long post, int last, State before, State after) {
        Optional<Last> stored = last == 0 ? Optional.empty() : last(kind, post, last);
        int number = last;
        if (stored.isEmpty() || !stored.get().writtenAt.equals(before.at())) {
            insert(kind, post, ++number, before);
        } else if (joins(stored.get(), after)) {
            write(JOIN.formatted(kind.table, kind.assignments, kind.post), kind, post, number, after)
                    .executeUpdate();
            return number;
        }
        insert(kind, post, ++number, after);
        return number;
    }

    /** Stores the first state of a text that did not exist before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(RevisionKind kind, long post, State first) {
        insert(kind, post, 1, first);
    }

    /** A restored text and a suggested edit stay separate revisions. */
    private static boolean joins(Last last, State after) {
        return last.editor == after.editor()
                && !last.separate
                && after.restoredFrom() == null
                && after.taking() == null
                && after.at().isBefore(last.begunAt.plus(JOINING));
    }

    private Optional<Last> last(RevisionKind kind, long post, int number) {
        return hibernate
                .createNativeQuery(LAST.formatted(kind.table, kind.post), Object[].class)
                .addScalar("editor_id", Long.class)
                .addScalar("restored_from", Integer.class)
                .addScalar("taken_by", Long.class)
                .addScalar("begun_at", Instant.class)
                .addScalar("written_at", Instant.class)
                .setParameter("post", post)
                .setParameter("number", number)
                .setTupleTransformer((values, names) -> Last.of(new Row(values, names)))
                .uniqueResultOptional();
    }

    private void insert(RevisionKind kind, long post, int number, State state) {
        write(INSERT.formatted(kind.table, kind.post, kind.columns, kind.values), kind, post, number, state)
                .setParameter("editor", state.editor())
                .setParameter("restored", state.restoredFrom(), Integer.class)
                .setParameter(
                        "takenBy",
                        state.taking() == null ? null : state.taking().by(),
                        Long.class)
                .setParameter(
                        "takenChanged", state.taking() != null && state.taking().changed())
                .executeUpdate();
    }

    private MutationQuery write(String sql, RevisionKind kind, long post, int number, State state) {
        MutationQuery query = hibernate
                .createNativeMutationQuery(sql)
                .setParameter("post", post)
                .setParameter("number", number)
                .setParameter("body", state.content().body())
                .setParameter("reason", state.reason())
                .setParameter("at", state.at());
        if (kind != RevisionKind.ANSWER) {
            query.setParameter("title", state.content().title());
        }
        return kind == RevisionKind.QUESTION
                ? query.setParameter("tags", state.content().tagNames())
                : query;
    }
}
