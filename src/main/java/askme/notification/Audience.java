package askme.notification;

import askme.database.Jdbc;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The members who may hear of a post, in the order of their ids. Each part is a range of an index, so any piece of it can be read. */
@ApplicationScoped
class Audience {

    /** The authors of the last comments under the same post are notified of the next ones. So many comments are read. */
    static final int LATEST = 50;

    static final String QUESTION = "SELECT member_id FROM question_follow FORCE INDEX (question_followers)"
            + " WHERE question_id = ? AND following = 1 AND member_id > ? AND member_id <= ? ORDER BY member_id LIMIT ?";

    static final String AUTHOR =
            "SELECT author_id AS member_id FROM question WHERE id = ? AND author_id > ? AND author_id <= ? LIMIT ?";

    static final String OWNER =
            "SELECT author_id AS member_id FROM answer WHERE id = ? AND author_id > ? AND author_id <= ? LIMIT ?";

    static final String TAG = "SELECT member_id FROM tag_follow FORCE INDEX (PRIMARY)"
            + " WHERE tag_id = ? AND member_id > ? AND member_id <= ? ORDER BY member_id LIMIT ?";

    static final String MEMBER = "SELECT member_id FROM member_follow FORCE INDEX (PRIMARY)"
            + " WHERE followed_id = ? AND member_id > ? AND member_id <= ? ORDER BY member_id LIMIT ?";

    static final String COMMENTERS =
            "SELECT author_id AS member_id FROM (SELECT author_id FROM comment FORCE INDEX (comment_order)"
                    + " WHERE question_id = ? AND answer_id <=> ? ORDER BY id DESC LIMIT " + LATEST + ") latest"
                    + " WHERE author_id > ? AND author_id <= ? LIMIT ?";

    static final String TAGS =
            "SELECT tag_id FROM question_tag FORCE INDEX (question_tag_question) WHERE question_id = ?";

    private final Jdbc jdbc;

    Audience(AgroalDataSource database) {
        jdbc = new Jdbc(database);
    }

    private record Part(String sql, List<Object> keys) {

        static Part of(String sql, Object... keys) {
            return new Part(sql, Arrays.asList(keys));
        }
    }

    /** At most {@code most} members with ids above {@code after}, up to {@code upTo}. */
    List<Long> members(NotificationKind kind, ToldPost post, long after, long upTo, int most) throws SQLException {
        List<Part> parts = parts(kind, post);
        if (parts.isEmpty()) {
            return List.of();
        }
        String union = parts.stream().map(part -> "(" + part.sql + ")").collect(Collectors.joining(" UNION "));
        List<Object> values = new ArrayList<>();
        for (Part part : parts) {
            values.addAll(part.keys);
            values.addAll(List.of(after, upTo, most));
        }
        values.add(most);
        return jdbc.query(union + " ORDER BY member_id LIMIT ?", row -> row.getLong("member_id"), values.toArray());
    }

    private List<Part> parts(NotificationKind kind, ToldPost post) throws SQLException {
        return switch (kind) {
            case ANSWER -> ofQuestion(post);
            case COMMENT -> ofComment(post);
            case MEMBER -> List.of(Part.of(MEMBER, post.author()));
            case TAG -> jdbc.query(TAGS, row -> Part.of(TAG, row.getLong("tag_id")), post.question());
            default -> throw new IllegalArgumentException("no audience: " + kind);
        };
    }

    private static List<Part> ofQuestion(ToldPost post) {
        return List.of(Part.of(QUESTION, post.question()), Part.of(AUTHOR, post.question()));
    }

    private static List<Part> ofComment(ToldPost post) {
        List<Part> parts = new ArrayList<>();
        if (post.answer() == 0) {
            parts.addAll(ofQuestion(post));
        } else {
            parts.add(Part.of(OWNER, post.answer()));
        }
        parts.add(Part.of(COMMENTERS, post.question(), post.answer() == 0 ? null : post.answer()));
        return parts;
    }
}
