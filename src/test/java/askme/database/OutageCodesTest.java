package askme.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of a database that is full, overloaded or read-only end without a change of the code. */
class OutageCodesTest {

    @ParameterizedTest
    @ValueSource(ints = {1021, 1026, 1028, 1040, 1114, 1205, 1290, 1317, 1836, 1969, 3024, 3675})
    void serverThatCannotExecuteAStatementNowIsAnOutage(int code) {
        SQLException refused = new SQLException("the server's text", "HY000", code);
        assertThat(DatabaseUnavailable.in(new IllegalStateException(refused))).contains(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sorry, acquisition timeout!", "Acquisition timeout while waiting for new connection"})
    void poolWithoutAFreeConnectionIsAnOutage(String message) {
        assertThat(DatabaseUnavailable.in(new SQLException(message))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1062, 1064, 1146, 1213, 1406})
    void refusedStatementIsNoOutage(int code) {
        assertThat(DatabaseUnavailable.in(new SQLException("the server's text", "42000", code)))
                .isEmpty();
    }

    @Test
    void requestWithoutTimeIsAnOutage() {
        assertThat(DatabaseUnavailable.in(new SQLException("over", RequestStatements.TIMEOUT)))
                .isPresent();
    }
}
