package askme.revision;

import askme.database.Row;
import askme.member.MemberRef;
import askme.web.page.EditVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads the revisions of a post: ranges of the primary key. */
@ApplicationScoped
public class RevisionQueries {

    /** The revisions on one page. */
    static final int PAGE_SIZE = 10;

    /** An edit form that is older than so many revisions has no base to merge with. */
    static final int RECENT = 50;

    static final String PAGE = """
            SELECT STRAIGHT_JOIN r.number, %s, r.reason, r.restored_from, r.written_at,
                   r.editor_id, m.nickname, m.avatar, m.rating AS editor_rating, t.nickname AS taken_by, r.taken_changed
            FROM %s r FORCE INDEX (PRIMARY)
            JOIN member m ON m.id = r.editor_id
            LEFT JOIN member t ON t.id = r.taken_by
            WHERE r.%s = :post AND r.number < :before
            ORDER BY r.number DESC LIMIT :size""";

    static final String ONE = "SELECT %s FROM %s r WHERE r.%s = :post AND r.number = :number";

    static final String BASE = """
            SELECT recent.number
            FROM (SELECT number, written_at FROM %s FORCE INDEX (PRIMARY) WHERE %s = :post
                  ORDER BY number DESC LIMIT 50) recent
            WHERE recent.written_at <= :at ORDER BY recent.number DESC LIMIT 1""";

    private final Session hibernate;

    RevisionQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** One more than {@value #PAGE_SIZE} revisions before number {@code before}, the last first: the oldest is to compare with. */
    List<Revision> page(RevisionKind kind, long post, int before) {
        return content(PAGE.formatted(kind.content, kind.table, kind.post))
                .addScalar("number", Integer.class)
                .addScalar("reason", String.class)
                .addScalar("restored_from", Integer.class)
                .addScalar("written_at", Instant.class)
                .addScalar("editor_id", Long.class)
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("editor_rating", Integer.class)
                .addScalar("taken_by", String.class)
                .addScalar("taken_changed", Boolean.class)
                .setParameter("post", post)
                .setParameter("before", before)
                .setParameter("size", PAGE_SIZE + 1)
                .setTupleTransformer((values, names) -> revision(new Row(values, names)))
                .list();
    }

    /** The content of revision {@code number}; empty if it does not exist. */
    public Optional<Content> one(RevisionKind kind, long post, int number) {
        return content(ONE.formatted(kind.content, kind.table, kind.post))
                .setParameter("post", post)
                .setParameter("number", number)
                .setTupleTransformer((values, names) -> content(new Row(values, names)))
                .uniqueResultOptional();
    }

    /**
     * The content that a form of this version was opened with, or the nearest one before it: changes that one member makes within
     * minutes are one revision. Empty if it is not among the last {@value #RECENT} revisions.
     *
     * @param version an {@link EditVersion}
     */
    public Optional<Content> base(RevisionKind kind, long post, String version) {
        return EditVersion.isFirst(version)
                ? one(kind, post, 1)
                : EditVersion.moment(version).flatMap(at -> nearest(kind, post, at));
    }

    private Optional<Content> nearest(RevisionKind kind, long post, Instant at) {
        return hibernate
                .createNativeQuery(BASE.formatted(kind.table, kind.post), Integer.class)
                .addScalar("number", Integer.class)
                .setParameter("post", post)
                .setParameter("at", at)
                .uniqueResultOptional()
                .flatMap(number -> one(kind, post, number));
    }

    private NativeQuery<Object[]> content(String sql) {
        return hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("title", String.class)
                .addScalar("tag_names", String.class)
                .addScalar("body", String.class);
    }

    private static Content content(Row row) {
        return new Content(row.text("title"), row.text("tag_names"), row.text("body"));
    }

    private static Revision revision(Row row) {
        MemberRef editor = new MemberRef(
                row.id("editor_id"), row.text("nickname"), row.text("avatar"), row.number("editor_rating"));
        return new Revision(
                row.number("number"),
                content(row),
                editor,
                row.moment("written_at"),
                row.text("reason"),
                row.has("restored_from") ? row.number("restored_from") : null,
                row.text("taken_by"),
                row.is("taken_changed"));
    }
}
