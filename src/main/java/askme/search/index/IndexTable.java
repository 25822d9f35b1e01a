package askme.search.index;

import static java.util.stream.Collectors.joining;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The two tables of the index with their SQL; {@code V18__search_index.sql} describes the columns. */
public enum IndexTable {
    QUESTIONS("questions", "search_question", "question_id", "question_id, shard, edited_at, words", "question") {
        @Override
        Object[] row(ResultSet post) throws SQLException {
            return question(
                    post.getLong("id"), post.getString("title"), post.getString("body"), post.getObject("edited_at"));
        }
    },
    ANSWERS("answers", "search_answer", "answer_id", "answer_id, question_id, shard, edited_at, words", "answer") {
        @Override
        Object[] row(ResultSet post) throws SQLException {
            return answer(
                    post.getLong("id"),
                    post.getLong("question_id"),
                    post.getString("body"),
                    post.getObject("edited_at"));
        }
    };

    /** The row of {@code search_progress}. */
    final String progress;

    public final String table;
    public final String columns;
    private final String key;
    private final String posts;

    IndexTable(String progress, String table, String key, String columns, String posts) {
        this.progress = progress;
        this.table = table;
        this.key = key;
        this.columns = columns;
        this.posts = posts;
    }

    /** The row of a post, of which {@code post} has all columns. */
    abstract Object[] row(ResultSet post) throws SQLException;

    /** The row of a question, in the order of {@link #columns}. */
    public static Object[] question(long id, String title, String body, Object editedAt) {
        return new Object[] {id, Shard.ofQuestion(id), editedAt, IndexText.ofQuestion(id, title, body)};
    }

    /** The row of an answer, in the order of {@link #columns}. */
    public static Object[] answer(long id, long question, String body, Object editedAt) {
        return new Object[] {id, question, Shard.ofAnswer(id), editedAt, IndexText.ofAnswer(id, body)};
    }

    /** Inserts or replaces a row. */
    public void put(Connection connection, Object[] row) throws SQLException {
        Object[] values =
                Stream.concat(Arrays.stream(row), Arrays.stream(row).skip(1)).toArray();
        String changes = Arrays.stream(columns.split(", "))
                .skip(1)
                .map(column -> column + " = ?")
                .collect(joining(", "));
        Jdbc.update(
                connection,
                "INSERT INTO " + table + " (" + columns + ") VALUES (" + Jdbc.placeholders(row.length)
                        + ") ON DUPLICATE KEY UPDATE " + changes,
                values);
    }

    /** Deletes the rows of these posts. */
    void remove(Connection connection, List<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            Jdbc.update(
                    connection,
                    "DELETE FROM " + table + " WHERE " + key + " IN (" + Jdbc.placeholders(ids.size()) + ")",
                    ids.toArray());
        }
    }

    /** The last of the next {@code size} ids of posts after {@code position}; null after the last post. */
    String upTo() {
        return "SELECT MAX(id) AS id FROM (SELECT id FROM " + posts + " WHERE id > ? ORDER BY id LIMIT ?) next";
    }

    /** Posts of a range of ids whose row is missing or older than their last edit. */
    String stale() {
        return "SELECT p.* FROM " + posts + " p FORCE INDEX (PRIMARY) LEFT JOIN " + table + " s ON s." + key
                + " = p.id WHERE p.hidden = 0 AND p.id > ? AND p.id <= ? AND (s." + key
                + " IS NULL OR NOT (s.edited_at <=> p.edited_at)) ORDER BY p.id LIMIT ?";
    }

    /** Rows of a range of ids whose post does not exist or is hidden. */
    String orphans() {
        return "SELECT s." + key + " AS id FROM " + table + " s LEFT JOIN " + posts + " p ON p.id = s." + key
                + " AND p.hidden = 0" + " WHERE s." + key + " > ? AND s." + key + " <= ? AND p.id IS NULL LIMIT ?";
    }

    /** The id before the newest posts, of which {@code ?} are after it. */
    String beforeNewest() {
        return "SELECT MIN(id) - 1 AS id FROM (SELECT id FROM " + posts + " ORDER BY id DESC LIMIT ?) newest";
    }

    /** The words of the newest posts, at most {@code ?}. */
    String newest() {
        return "SELECT words FROM " + table + " ORDER BY " + key + " DESC LIMIT ?";
    }

    /** The shards with rows, in any order. */
    String shards() {
        return "SELECT DISTINCT shard FROM " + table;
    }
}
