package askme.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Uses a driver that only records its calls. Real databases run the statements of the features' tests. */
class JdbcTest {

    private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05Z");

    private final List<String> calls = new ArrayList<>();
    private final List<String> names = List.of("ann", "bob");
    private boolean bindingFails;

    private final Jdbc jdbc = new Jdbc(driver(DataSource.class, Map.of("getConnection", args -> connection())));

    @Test
    void queryMapsEachRowAndClosesEverything() throws SQLException {
        List<String> found = jdbc.query("SELECT name FROM member WHERE id < ?", row -> row.getString("name"), 7L);
        assertThat(found).containsExactly("ann", "bob");
        assertThat(calls)
                .startsWith("prepareStatement SELECT name FROM member WHERE id < ?", "setObject 1 7")
                .endsWith("ResultSet.close", "PreparedStatement.close", "Connection.close");
    }

    @Test
    void momentIsBoundAsUtcWithoutZone() throws SQLException {
        assertThat(jdbc.update("UPDATE member SET name = ?, seen = ?", "ann", MOMENT))
                .isEqualTo(3);
        assertThat(calls).contains("setObject 1 ann", "setObject 2 2026-01-02T03:04:05");
    }

    @Test
    void transactionCommitsAfterItsWork() throws SQLException {
        String result = jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            calls.add("work");
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(calls)
                .containsExactly(
                        "setAutoCommit false",
                        "setTransactionIsolation " + Connection.TRANSACTION_READ_COMMITTED,
                        "work",
                        "commit",
                        "Connection.close");
    }

    @Test
    void failedTransactionIsRolledBack() {
        assertThatThrownBy(() -> jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
                    throw new SQLException("refused");
                }))
                .hasMessage("refused");
        assertThat(calls).endsWith("rollback", "Connection.close").doesNotContain("commit");
    }

    @Test
    void statementIsClosedIfBindingFails() {
        bindingFails = true;
        assertThatThrownBy(() -> jdbc.update("UPDATE member SET name = ?", "ann"))
                .hasMessage("not bound");
        assertThat(calls).endsWith("PreparedStatement.close", "Connection.close");
    }

    @Test
    void placeholdersAreAsManyAsValues() {
        assertThat(Jdbc.placeholders(1)).isEqualTo("?");
        assertThat(Jdbc.placeholders(3)).isEqualTo("?, ?, ?");
    }

    @Test
    void momentIsReadAsUtcAndMayBeNull() throws SQLException {
        ResultSet row = driver(
                ResultSet.class,
                Map.of(
                        "getObject",
                        args -> args[0].equals("seen") ? LocalDateTime.parse("2026-01-02T03:04:05") : null));
        assertThat(Jdbc.instant(row, "seen")).isEqualTo(MOMENT);
        assertThat(Jdbc.instant(row, "deleted")).isNull();
    }

    private Connection connection() {
        return driver(Connection.class, Map.of("prepareStatement", args -> statement()));
    }

    private PreparedStatement statement() {
        return driver(
                PreparedStatement.class,
                Map.of(
                        "executeQuery", args -> rows(),
                        "executeUpdate", args -> 3,
                        "setObject",
                                args -> {
                                    if (bindingFails) {
                                        throw new SQLException("not bound");
                                    }
                                    return null;
                                }));
    }

    private ResultSet rows() {
        Iterator<String> left = names.iterator();
        return driver(ResultSet.class, Map.of("next", args -> left.hasNext(), "getString", args -> left.next()));
    }

    private interface Answer {
        Object to(Object[] args) throws SQLException;
    }

    /** A {@code type} whose calls are recorded; methods without an answer return null. */
    private <T> T driver(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            String name = method.getName();
            if (name.equals("close")) {
                calls.add(type.getSimpleName() + ".close");
            } else if (args != null || name.equals("commit") || name.equals("rollback")) {
                calls.add(name + (args == null ? "" : " " + String.join(" ", texts(args))));
            }
            return answers.containsKey(name) ? answers.get(name).to(args) : null;
        }));
    }

    private static List<String> texts(Object[] args) {
        return Arrays.stream(args).map(String::valueOf).toList();
    }
}
