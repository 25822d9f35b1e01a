package askme.database;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Outage;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** During an outage of the database every page fails, but typed text is not lost. */
@QuarkusTest
@Tag("program")
class DatabaseUnavailableTest {

    @Inject
    AgroalDataSource database;

    @Test
    void refusedAnswerIsShownWithRetryAfter() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Title", "Text", "");
        ann.get("/question/" + question + "/");
        Reply refused;
        try (Outage database = Outage.of(Outage.DATABASE)) {
            refused = ann.submit("form:has(textarea[name=text])", Map.of("text", "An hour's work"));
            for (int web = 0; web < 2; web++) { // with two processes, each has its own pool of broken connections
                // Not a page that may be shown from memory during an outage.
                assertThat(Visitor.guest()
                                .get("/search/?q=" + Visitor.unique("egg"))
                                .status())
                        .isEqualTo(503);
            }
        }
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.page().select("textarea[readonly]").val()).isEqualTo("An hour's work");
        assertThat(Visitor.guest().get("/").status()).isEqualTo(200);
    }

    @Test
    void brokenIdleConnectionIsNotUsed() throws SQLException {
        Outage.of(Outage.DATABASE).close();
        try (Connection one = database.getConnection();
                Connection two = database.getConnection();
                Connection three = database.getConnection();
                Connection four = database.getConnection()) { // as many as the pool keeps idle
            for (Connection connection : List.of(one, two, three, four)) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void refusedStatementIsNoOutage() {
        assertThat(DatabaseUnavailable.in(new IllegalStateException(new SQLException("syntax", "42000"))))
                .isEmpty();
        assertThat(DatabaseUnavailable.in(new IllegalStateException(new SQLException("gone", "08S01"))))
                .isPresent();
        assertThat(DatabaseUnavailable.in(new SQLException("Sorry, acquisition timeout!")))
                .isPresent();
    }
}
