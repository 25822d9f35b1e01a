package askme.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.admin.JobAdmin;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import askme.support.Outage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The operator sees which part this process cannot use. A part that is down does not make the process dead. */
@QuarkusTest
@Tag("one-process") // reads the checks of the process that answers
class LivenessTest {

    @TestHTTPResource(value = "/", management = true)
    String management;

    @Inject
    Parts parts;

    @Inject
    JobAdmin jobs;

    @Inject
    FreshConnections connections;

    @Test
    void everyPartAnswersANewConnection() {
        assertThat(Part.values()).allMatch(connections::isAnswered);
    }

    @Test
    void partThatHangsAnswersNoNewConnection() {
        try (Outage hang = Outage.hang(Outage.REDIS)) {
            assertThat(connections.isAnswered(Part.REDIS_CACHE)).isFalse();
        }
        try (Outage hang = Outage.hang(Outage.DATABASE)) {
            assertThat(connections.isAnswered(Part.DATABASE)).isFalse();
        }
    }

    @Test
    void partThatThisProcessCannotUseIsShown() {
        OutageLog use = parts.use(Part.MAIL, "mail of a test");
        try {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                use.begins(new TimeoutException("no connection of the pool"));
                assertThat(jobs.parts().values()).flatExtracting(List::copyOf).anySatisfy(part -> {
                    JobAdmin.PartDown down = (JobAdmin.PartDown) part;
                    assertThat(down.part()).isEqualTo("mail");
                    assertThat(down.hangs()).isTrue();
                });
                assertThat(metrics()).containsPattern("askme_part_down_seconds\\{part=\"mail\"[^}]*} [1-9]");
            });
            RestAssured.get(root() + "/q/health/live").then().statusCode(200);
        } finally {
            use.ends();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jobs.parts().values())
                        .flatExtracting(List::copyOf)
                        .extracting(part -> ((JobAdmin.PartDown) part).part())
                        .doesNotContain("mail"));
    }

    private String root() {
        return management.replaceAll("/$", "").replaceAll("/q$", "");
    }

    private String metrics() {
        return RestAssured.get(root() + "/q/metrics").asString();
    }
}
