package askme.fill;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Describes the tags of a run and gives some of them another name. Badges are awarded by their task, which begins again with the oldest
 * posts and notifies nobody until it has come to the present. It can run again after it was stopped.
 */
final class TagRows {

    private static final String DESCRIBED = "UPDATE tag SET description = CONCAT('Questions about ', name)"
            + " WHERE id BETWEEN ? AND ? AND description = '' AND MOD(id, 3) <> 0";

    private static final String WIKI = """
            INSERT IGNORE INTO tag_wiki (tag_id, body, editor_id, edited_at)
            SELECT id, CONCAT('Use **', name, '** for questions about it.'), ? + MOD(id, ?), UTC_TIMESTAMP(6) FROM tag
            WHERE id BETWEEN ? AND ? AND MOD(id, 4) = 0""";

    private static final String SYNONYMS = """
            INSERT IGNORE INTO tag_synonym (name, tag_id)
            SELECT CONCAT(t.name, '-lang'), t.id FROM tag t
            WHERE t.id BETWEEN ? AND ? AND MOD(t.id, 5) = 0 AND CHAR_LENGTH(t.name) <= 27
              AND NOT EXISTS (SELECT 1 FROM tag o WHERE o.name = CONCAT(t.name, '-lang'))""";

    private final Jdbc jdbc;
    private final FillRun run;

    TagRows(DataSource database, FillRun run) {
        this.jdbc = new Jdbc(database);
        this.run = run;
    }

    void write() throws SQLException {
        long first = run.tagBase() + 1;
        long last = run.tagBase() + run.size().tags();
        jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            Jdbc.update(connection, DESCRIBED, first, last);
            Jdbc.update(connection, WIKI, run.memberBase() + 1, run.size().members(), first, last);
            Jdbc.update(connection, SYNONYMS, first, last);
            return Jdbc.update(connection, "UPDATE badge_progress SET seen_to = '1970-01-02', caught_up = 0");
        });
    }
}
