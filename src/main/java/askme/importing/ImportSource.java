package askme.importing;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A site whose content is imported. The new id of a row is its old id plus the base of its table, so no old id has to be looked up, and
 * the order of the old site is kept.
 *
 * @param ended when its import was completed; null before that
 */
public record ImportSource(
        int id, String name, long memberBase, long questionBase, long answerBase, long commentBase, Instant ended) {

    /** The id of a member -1 is above the base. */
    private static final int BEFORE_FIRST_MEMBER = 2;

    private static final String FIND =
            "SELECT id, name, member_base, question_base, answer_base, comment_base, ended_at"
                    + " FROM import_source WHERE name = ?";

    private static final String BEGIN = """
            INSERT INTO import_source (name, member_base, question_base, answer_base, comment_base, begun_at)
            SELECT ?, (SELECT COALESCE(MAX(id), 0) FROM member), (SELECT COALESCE(MAX(id), 0) FROM question),
                   (SELECT COALESCE(MAX(id), 0) FROM answer), (SELECT COALESCE(MAX(id), 0) FROM comment), ?""";

    public long member(int old) {
        return memberBase + BEFORE_FIRST_MEMBER + old;
    }

    public long question(int old) {
        return questionBase + old;
    }

    public long answer(int old) {
        return answerBase + old;
    }

    public long comment(int old) {
        return commentBase + old;
    }

    /** The source of this name, which begins now if it is new. */
    public static ImportSource begin(Connection connection, String name, Instant now) throws SQLException {
        List<ImportSource> found = find(connection, name);
        if (found.isEmpty()) {
            Jdbc.update(connection, BEGIN, name, now);
            return find(connection, name).get(0);
        }
        return found.get(0);
    }

    /** For a dry run: the source as it is stored, or as it would be. */
    public static ImportSource planned(Connection connection, String name) throws SQLException {
        List<ImportSource> found = find(connection, name);
        return found.isEmpty() ? new ImportSource(0, name, 0, 0, 0, 0, null) : found.get(0);
    }

    private static List<ImportSource> find(Connection connection, String name) throws SQLException {
        return Jdbc.query(
                connection,
                FIND,
                row -> new ImportSource(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getLong("member_base"),
                        row.getLong("question_base"),
                        row.getLong("answer_base"),
                        row.getLong("comment_base"),
                        Jdbc.instant(row, "ended_at")),
                name);
    }
}
