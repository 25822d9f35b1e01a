package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.jobs.PeriodicTask;
import askme.support.FilledSite;
import askme.support.Visitor;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of statements of a page, counted by the database server: transactions and sessions are included. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("one-process") // counts the statements of one process, on a separate database
class RoundTripsTest {

    private static final int TRIES = 15;

    @Inject
    Filled filled;

    @All
    List<PeriodicTask> tasks;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    /** Not of the pool: a connection of the pool that this test has used would get other limits first. */
    private Connection outside;

    @BeforeEach
    void connect() throws SQLException {
        outside = DriverManager.getConnection(url, user, password);
    }

    @AfterEach
    void close() throws SQLException {
        outside.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
    }

    @ParameterizedTest
    @CsvSource({
        "/, 2",
        "/?page=100, 3",
        "/hot/, 2",
        "/hot/?page=100, 3",
        "/active/, 1",
        "/unanswered/?tag=java, 2",
        "/tag/java/, 2",
        "/tag/java/?page=99999, 3",
        "/question/7/, 4",
        "/tags/, 2"
    })
    void pageStaysWithinItsRoundTrips(String path, int most) throws SQLException {
        assertThat(roundTrips(Visitor.guest(), path)).isBetween(1L, (long) most);
        assertThat(roundTrips(Visitor.member("reader"), path)).isBetween(1L, (long) most + ofMember(path));
    }

    /** The number of unread notifications, and whether the member follows the tag. The page of a question reads both with its head. */
    private static int ofMember(String path) {
        return path.startsWith("/question/") ? 0 : path.startsWith("/tag/") ? 2 : 1;
    }

    /** A task that runs beside the test would be counted with the page: on a slow machine in each of the tries. */
    @Test
    void noPeriodicTaskRunsMeanwhile() {
        assertThat(tasks)
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.schedule()).as(task.name()).isEqualTo("off"));
    }

    /** The least of some tries, because background work also sends statements. */
    private long roundTrips(Visitor visitor, String path) throws SQLException {
        assertThat(visitor.get(path).status()).isEqualTo(200);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = asked();
            visitor.get(path);
            least = Math.min(least, asked() - before - 1);
        }
        return least;
    }

    private long asked() throws SQLException {
        try (ResultSet rows = outside.createStatement().executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
            rows.next();
            return rows.getLong(2);
        }
    }
}
