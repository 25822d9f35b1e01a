import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Fills inboxes: {@code port password nickname rows other}. The member gets so many notifications, a thousand members share as many
 * more, and {@code other} gets a hundred. Some are unread, and several facts are grouped in one. A second run adds none. {@code
 * bench/inbox} calls it.
 */
class Inbox {

    private static final int A_PIECE = 50_000;
    private static final int FEW = 100;

    private static final String DIGIT = "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL"
            + " SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    /** A member has at most one unread notification of a kind about a post, so only the newest are unread. */
    private static final String FILL = String.format(
            Locale.ROOT,
            "INSERT IGNORE INTO notification (member_id, seen, kind, question_id, causes, cause, actor_id, happened_at)"
                    + " SELECT %%s, IF(n < 600, 0, n + 1), ELT(1 + MOD(n, 3), 'answer', 'comment', 'tag'), 1 + MOD(n, 900), 1 + MOD(n, 4),"
                    + " CONCAT(ELT(1 + MOD(n, 3), 'answer:', 'comment:', 'question:'), 1 + MOD(n, 900)), 1 + MOD(n, 90),"
                    + " UTC_TIMESTAMP(6) - INTERVAL n SECOND FROM (SELECT ? + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n"
                    + " FROM %1$s a, %1$s b, %1$s c, %1$s e, (SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
                    + " UNION ALL SELECT 4) f) numbers WHERE n < ?",
            DIGIT);

    private static final String COUNT =
            "INSERT INTO inbox (member_id, unread) SELECT member_id, SUM(seen = 0) FROM notification GROUP BY member_id"
                    + " ON DUPLICATE KEY UPDATE unread = VALUES(unread)";

    private Inbox() {}

    public static void main(String[] args) throws SQLException {
        String url = "jdbc:mysql://127.0.0.1:" + args[0] + "/askme?sslMode=DISABLED";
        int rows = Integer.parseInt(args[3]);
        try (Connection database = DriverManager.getConnection(url, "askme", args[1])) {
            long added = fill(database, Long.toString(member(database, args[2])), rows);
            added += fill(database, "1000000 + MOD(n, 1000)", rows);
            added += fill(database, Long.toString(member(database, args[4])), FEW);
            if (added > 0) {
                database.createStatement().executeUpdate(COUNT);
                database.createStatement().execute("ANALYZE TABLE notification");
            }
            System.out.printf("rows added: %,d, rows now: %,d%n", added, number(database, "SELECT COUNT(*) FROM notification"));
        }
    }

    private static long fill(Connection database, String member, int rows) throws SQLException {
        long added = 0;
        try (PreparedStatement piece = database.prepareStatement(String.format(Locale.ROOT, FILL, member))) {
            for (int from = 0; from < rows; from += A_PIECE) {
                piece.setInt(1, from);
                piece.setInt(2, rows);
                added += piece.executeUpdate();
            }
        }
        return added;
    }

    private static long member(Connection database, String nickname) throws SQLException {
        return number(database, "SELECT id FROM member WHERE nickname = ?", nickname);
    }

    private static long number(Connection database, String sql, String... values) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
