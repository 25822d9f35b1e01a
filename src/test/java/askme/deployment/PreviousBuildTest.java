package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.Inbox;
import askme.support.RealMySql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Replaces the processes of an older build by this one while people use the site. The older build is the directory
 * {@code target/quarkus-app} of another checkout after {@code ./mvnw -Dproduction package}; name it by
 * {@code -Daskme.test.previous=DIRECTORY}.
 */
@Tag("full")
@Tag("deployment")
@Timeout(900)
class PreviousBuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PREVIOUS = System.getProperty("askme.test.previous");

    @Test
    void everyProcessIsReplacedWithoutLoss() throws Exception {
        Optional<Path> nginx = Programs.find("nginx");
        assumeTrue(PREVIOUS != null, "no older build is named");
        assumeTrue(nginx.isPresent() && RealMySql.runsHere(), "no nginx or no libaio here");
        Path next = ProductionBuild.app();
        try (RealMySql mysql = RealMySql.start();
                Deployment site = new Deployment(nginx.get(), Path.of(PREVIOUS), mysql.account());
                Crowd crowd = new Crowd(site.address)) {
            crowd.goesOn();
            for (int place = 0; place < 2; place++) { // after the first round both builds run side by side
                for (String role : List.of("worker", "scheduler", "web")) {
                    site.replace(site.all(role).get(place), next);
                    // nginx tries a web that failed again after ten seconds.
                    crowd.goesOn();
                }
                Deployment.Node web = site.all("web").get(place);
                await().atMost(PATIENCE).until(() -> web.metric("http_server_requests_seconds_count") > 10);
            }
            crowd.goesOn();
            crowd.close();

            assertThat(crowd.failures()).as("of %d reads", crowd.reads()).isEmpty();
            for (String text : crowd.answers()) {
                assertThat(site.number("SELECT COUNT(*) FROM answer WHERE body = '" + text + "'"))
                        .as(text)
                        .isOne();
            }
            assertThat(site.number("SELECT SUM(rating) FROM answer")).isEqualTo(crowd.votes());
            await().atMost(PATIENCE)
                    .until(() -> site.number("SELECT COUNT(*) FROM outbox WHERE due_at <= UTC_TIMESTAMP(6)") == 0);
            assertThat(Inbox.of(crowd.asker())).hasSameSizeAs(crowd.answers());
            System.getLogger("askme.upgrade")
                    .log(
                            System.Logger.Level.INFO,
                            "reads={0} answers={1} votes={2}",
                            crowd.reads(),
                            crowd.answers().size(),
                            crowd.votes());
        }
    }
}
