package askme.importing.content;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/** The posts that the rows of a batch belong to, as they were imported, by their numbers. A post that was left out is missing. */
record PostsOfRows(Map<Integer, Post> byNumber) {

    private static final String QUESTIONS = "SELECT id, id AS question_id, author_id FROM question WHERE id IN (%s)";
    private static final String ANSWERS = "SELECT id, question_id, author_id FROM answer WHERE id IN (%s)";

    /**
     * A post.
     *
     * @param answer 0 for a question
     */
    record Post(long question, long answer, long author) {

        boolean isQuestion() {
            return answer == 0;
        }
    }

    static PostsOfRows of(Connection connection, ImportRun run, Collection<Integer> numbers) throws SQLException {
        PostsOfRows posts = new PostsOfRows(new HashMap<>());
        KnownRows known = run.known();
        posts.add(connection, QUESTIONS, ids(numbers, known.questions::get, run.source()::question), true);
        posts.add(connection, ANSWERS, ids(numbers, known.answers::get, run.source()::answer), false);
        return posts;
    }

    /** The numbers of those posts by their new ids. */
    private static Map<Long, Integer> ids(Collection<Integer> numbers, IntPredicate kind, IntToLongFunction newId) {
        Map<Long, Integer> ids = new HashMap<>();
        for (int number : numbers) {
            if (number > 0 && kind.test(number)) {
                ids.put(newId.applyAsLong(number), number);
            }
        }
        return ids;
    }

    private void add(Connection connection, String sql, Map<Long, Integer> ids, boolean questions) throws SQLException {
        if (!ids.isEmpty()) {
            Jdbc.query(
                    connection,
                    sql.formatted(Jdbc.placeholders(ids.size())),
                    row -> byNumber.put(
                            ids.get(row.getLong("id")),
                            new Post(
                                    row.getLong("question_id"),
                                    questions ? 0 : row.getLong("id"),
                                    row.getLong("author_id"))),
                    ids.keySet().toArray());
        }
    }

    Post of(int number) {
        return byNumber.get(number);
    }
}
