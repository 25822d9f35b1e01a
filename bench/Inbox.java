import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** Gives one member a million notifications, and a million more to a thousand others. A second run adds none. */
class Inbox {

    private static final String DIGITS = "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
            + " UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    private static final String NUMBERS = "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d AS n FROM "
            + String.join(", ", DIGITS + " a", DIGITS + " b", DIGITS + " c", DIGITS + " e", DIGITS + " f", DIGITS + " g") + ")";

    /** Only one notification of a kind and post is unread, so all of these are seen. */
    private static final String FILL = "INSERT IGNORE INTO notification"
            + " (member_id, seen, kind, question_id, cause, actor_id, happened_at)"
            + " SELECT %s, n + 1, 'tag', 1 + MOD(n, 900), CONCAT('bench:', n), 2, '2026-01-01' + INTERVAL n SECOND FROM "
            + NUMBERS + " numbers";

    public static void main(String[] args) throws Exception {
        String url = "jdbc:mysql://127.0.0.1:" + args[0] + "/askme?sslMode=DISABLED";
        try (Connection database = DriverManager.getConnection(url, "askme", args[1])) {
            long member = member(database, args[2]);
            for (String members : new String[] {Long.toString(member), "1000 + MOD(n, 1000)"}) {
                try (PreparedStatement fill = database.prepareStatement(FILL.formatted(members))) {
                    System.out.println("rows added: " + fill.executeUpdate());
                }
            }
        }
    }

    private static long member(Connection database, String nickname) throws Exception {
        try (PreparedStatement query = database.prepareStatement("SELECT id FROM member WHERE nickname = ?")) {
            query.setString(1, nickname);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
