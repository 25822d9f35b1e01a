package askme.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nobody signs up at a production build before its first administrator has. */
public final class FirstMember {

    private static final Pattern LINK = Pattern.compile("/setup/[\\w-]{43}");

    private FirstMember() {}

    /** Adds a member who never signs in to a site that has started. */
    public static void add(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute("INSERT IGNORE INTO member (email, nickname, password_hash, joined_at)"
                    + " VALUES ('first@example.org', 'first-of-all', '-', UTC_TIMESTAMP(6))");
            if (sql.getUpdateCount() == 1) {
                sql.execute("UPDATE site_counter SET value = value + 1 WHERE name = 'members'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets up the site at {@code address} by the last link that works in {@code log}. */
    public static void signUp(String address, String log) {
        Matcher links = LINK.matcher(log);
        while (links.find()) {
            Visitor visitor = Visitor.guestAt(address);
            if (visitor.get(links.group()).status() == 200) {
                Map<String, String> typed = Map.of(
                        "email",
                        "first@example.org",
                        "nickname",
                        "first-of-all",
                        "password",
                        Visitor.PASSWORD,
                        "passwordAgain",
                        Visitor.PASSWORD);
                visitor.submit("form:has([name=site])", typed);
                return;
            }
        }
        throw new AssertionError("no link in " + log);
    }
}
