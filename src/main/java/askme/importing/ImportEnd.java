package askme.importing;

import askme.database.Jdbc;
import askme.pagecache.PageChanges;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The last step of every import: counts of the whole site, and tasks that have to look at old times again. */
public final class ImportEnd {

    private static final List<String> STATEMENTS = List.of(
            "UPDATE site_counter SET value = (SELECT COUNT(*) FROM question WHERE hidden = 0) WHERE name = 'questions'",
            "UPDATE site_counter SET value = (SELECT COUNT(*) FROM member) WHERE name = 'members'",
            "UPDATE site_counter SET value = (SELECT COUNT(*) FROM tag) WHERE name = 'tags'",
            // Badges are counted from the beginning, and nobody is notified of old ones.
            "UPDATE badge_progress SET seen_to = '1970-01-02', caught_up = 0",
            // The task counts the days again that it does not have.
            "DELETE FROM daily_figures",
            "UPDATE link_progress SET position = 0, ended_at = NULL",
            "UPDATE related_progress SET position = 0, ended_at = NULL",
            PageChanges.SITE);

    private ImportEnd() {}

    /** Runs the statements in the caller's transaction. */
    public static void write(Connection connection) throws SQLException {
        for (String sql : STATEMENTS) {
            Jdbc.update(connection, sql);
        }
    }
}
