package askme.notification;

import askme.database.Jdbc;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Chooses those of some members who are notified: never the actor, nobody who has lost access, and nobody who has muted the question. */
@ApplicationScoped
class Recipients {

    static final String ALL = """
            SELECT m.id FROM member m
            LEFT JOIN question_follow f ON f.question_id = ? AND f.member_id = m.id
            WHERE m.id IN (%s) AND NOT (m.suspended AND COALESCE(m.suspended_until > UTC_TIMESTAMP(6), 1)) AND m.id <> ? AND COALESCE(f.muted, 0) = 0""";

    /** Without those who have stopped following the question, except the owner of the post. */
    static final String OF_DISCUSSION = ALL + " AND (m.id = ? OR COALESCE(f.following, 1) = 1)";

    /** Without those whom the followed question notifies already. */
    static final String OF_AUTHOR =
            ALL + " AND COALESCE(f.following, m.id = (SELECT author_id FROM question WHERE id = ?)) = 0";

    /** Without those whom the followed author notifies already. */
    static final String OF_TAG =
            ALL + " AND NOT EXISTS (SELECT 1 FROM member_follow x WHERE x.followed_id = ? AND x.member_id = m.id)";

    private final Jdbc jdbc;

    Recipients(AgroalDataSource database) {
        jdbc = new Jdbc(database);
    }

    /** @param members at most {@link Inbox#MOST_TOLD} */
    List<Long> of(Fact fact, List<Long> members) throws SQLException {
        return find(ALL, fact, members);
    }

    /** The same for the members of an {@link Audience}: each post notifies a member once, by its most specific kind. */
    List<Long> of(Fact fact, ToldPost post, List<Long> members) throws SQLException {
        return switch (fact.kind()) {
            case ANSWER -> find(OF_DISCUSSION, fact, members, 0);
            case COMMENT -> find(OF_DISCUSSION, fact, members, post.owner());
            case MEMBER ->
                post.answer() == 0 ? find(ALL, fact, members) : find(OF_AUTHOR, fact, members, post.question());
            case TAG -> find(OF_TAG, fact, members, post.author());
            default -> find(ALL, fact, members);
        };
    }

    private List<Long> find(String sql, Fact fact, List<Long> members, Object... more) throws SQLException {
        if (members.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(fact.question()));
        values.addAll(members);
        values.add(fact.actor());
        values.addAll(List.of(more));
        return jdbc
                .query(sql.formatted(Jdbc.placeholders(members.size())), row -> row.getLong("id"), values.toArray())
                .stream()
                .sorted()
                .toList();
    }
}
