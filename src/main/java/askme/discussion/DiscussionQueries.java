package askme.discussion;

import askme.member.MemberRef;
import askme.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.hibernate.Session;

/** The head of a question's page in one round trip: question, author, the reader's vote, the newest answer's id, the time. */
@ApplicationScoped
class DiscussionQueries {

    /** The newest id is read before the answers are, so that one posted in between is asked for, not missed. */
    static final String HEAD = """
            SELECT {q.*}, m.nickname, m.avatar, m.rating AS author_rating, v.value AS my_vote,
                   CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED) AS as_of,
                   (SELECT MAX(a.id) FROM answer a WHERE a.question_id = q.id) AS last_answer
            FROM question q
            JOIN member m ON m.id = q.author_id
            LEFT JOIN question_vote v ON v.question_id = q.id AND v.member_id = :reader
            WHERE q.id = :id""";

    private final Session database;

    DiscussionQueries(Session database) {
        this.database = database;
    }

    /** What stands above the answers. */
    record Head(Question question, MemberRef author, int myVote, long lastAnswerId, long asOf) {}

    /** The head of question {@code id} for member {@code reader} (0 for a guest); 404 where there is none. */
    Head head(long id, long reader) {
        List<Head> found = database.createNativeQuery(HEAD, Object[].class)
                .addEntity("q", Question.class)
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("author_rating", Integer.class)
                .addScalar("my_vote", Integer.class)
                .addScalar("last_answer", Long.class)
                .addScalar("as_of", Long.class)
                .setParameter("id", id)
                .setParameter("reader", reader)
                .setTupleTransformer((row, names) -> head(row))
                .list();
        return found.stream().findFirst().orElseThrow(NotFoundException::new);
    }

    private static Head head(Object[] row) {
        Question question = (Question) row[0];
        MemberRef author = new MemberRef(question.authorId, (String) row[1], (String) row[2], (Integer) row[3]);
        return new Head(
                question, author, row[4] == null ? 0 : (Integer) row[4], row[5] == null ? 0 : (Long) row[5], (Long)
                        row[6]);
    }
}
