package askme.importing.stackexchange;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The posts that the rows of a batch belong to, as they were imported. A post that was left out is missing. */
record PostsOfRows(Map<Integer, Post> byOldId) {

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

    static PostsOfRows of(Connection connection, Dump dump, Collection<Integer> olds) throws SQLException {
        Map<Integer, Post> posts = new HashMap<>();
        List<Integer> questions =
                olds.stream().distinct().filter(dump.survey().questions::get).toList();
        List<Integer> answers =
                olds.stream().distinct().filter(dump.survey().answers::get).toList();
        if (!questions.isEmpty()) {
            String sql =
                    "SELECT i.old_id, q.id, q.author_id FROM imported_question i JOIN question q ON q.id = i.question_id"
                            + " WHERE i.source_id = " + dump.source().id() + " AND i.old_id IN ("
                            + Jdbc.placeholders(questions.size()) + ")";
            Jdbc.query(
                    connection,
                    sql,
                    row -> posts.put(row.getInt("old_id"), new Post(row.getLong("id"), 0, row.getLong("author_id"))),
                    questions.toArray());
        }
        if (!answers.isEmpty()) {
            String sql =
                    "SELECT i.old_id, a.id, a.question_id, a.author_id FROM imported_answer i JOIN answer a ON a.id = i.answer_id"
                            + " WHERE i.source_id = " + dump.source().id() + " AND i.old_id IN ("
                            + Jdbc.placeholders(answers.size()) + ")";
            Jdbc.query(
                    connection,
                    sql,
                    row -> posts.put(
                            row.getInt("old_id"),
                            new Post(row.getLong("question_id"), row.getLong("id"), row.getLong("author_id"))),
                    answers.toArray());
        }
        return new PostsOfRows(posts);
    }

    Post of(int old) {
        return byOldId.get(old);
    }
}
