package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.RealMySql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * "Upgrade" of docs/operations.md: a version with one more migration replaces the running one. The database is a real MySQL:
 * before it changes a table of a foreign key, it locks both tables, which MariaDB does not.
 */
@Tag("full")
@Tag("deployment")
@Timeout(900)
class RollingDeployTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path MIGRATION = Path.of("src/test/resources/next-version/V1000__note.sql");
    private static final String NEW_COLUMN =
            "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name = 'note'";

    @Test
    void rollingUpgradeLosesNoRequest() throws Exception {
        Optional<Path> nginx = Programs.find("nginx");
        assumeTrue(nginx.isPresent() && RealMySql.runsHere(), "no nginx or no libaio here");
        Path next = ProductionBuild.next(MIGRATION);
        try (RealMySql mysql = RealMySql.start();
                Deployment site = new Deployment(nginx.get(), ProductionBuild.app(), mysql.account());
                Crowd crowd = new Crowd(site.address)) {
            assertThat(site.number(NEW_COLUMN)).isZero();
            for (Deployment.Node old : site.all("web")) {
                crowd.goesOn();
                Deployment.Node web = site.replace(old, next);
                assertThat(site.number(NEW_COLUMN)).isOne();
                // nginx tries a failed web again after ten seconds; only then may the other web stop.
                await().atMost(PATIENCE).until(() -> web.metric("http_server_requests_seconds_count") > 10);
            }
            crowd.goesOn();
            crowd.close();

            assertThat(crowd.failures()).as("of %d reads", crowd.reads()).isEmpty();
            assertThat(crowd.answers()).hasSizeGreaterThan(50);
            for (String text : crowd.answers()) {
                assertThat(site.number("SELECT COUNT(*) FROM answer WHERE body = '" + text + "'"))
                        .as(text)
                        .isOne();
            }
            assertThat(site.number("SELECT COUNT(*) FROM answer"))
                    .isEqualTo(crowd.answers().size());
            assertThat(site.number("SELECT SUM(rating) FROM answer")).isEqualTo(crowd.votes());
            await().atMost(PATIENCE)
                    .until(() -> site.number("SELECT COUNT(*) FROM outbox WHERE due_at <= UTC_TIMESTAMP(6)") == 0);
            // The previous version also starts, because a worker may restart before it is replaced.
            Programs.Result counted = site.command("reconcile", "--check");
            assertThat(counted.code()).as(counted.output()).isZero();
        }
    }
}
