package askme.jobs.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import askme.jobs.JobsConfig;
import askme.jobs.Roles;
import askme.support.Outage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsHealthTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @Inject
    QueueInspector inspector;

    private ValidatableResponse readiness() {
        return RestAssured.get(ready).then();
    }

    @Test
    void readinessReportsRedis() {
        readiness().statusCode(200).body("checks.find { it.name == 'jobs' }.data.redis", equalTo("up"));
    }

    @Test
    void webWithoutRedisIsDegradedAndUp() {
        try (Outage down = Outage.of(Outage.REDIS)) {
            readiness()
                    .statusCode(200)
                    .body("checks.find { it.name == 'jobs' }.data.status", equalTo("degraded"))
                    .body("checks.find { it.name == 'jobs' }.data.redis", equalTo("down"));
        }
    }

    @Test
    void mailServerAndHubDownOnlyDegrade() {
        try (Outage mail = Outage.of(Outage.MAIL);
                Outage hub = Outage.of(Outage.REALTIME)) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> readiness()
                    .statusCode(200)
                    .body("checks.find { it.name == 'mail' }.data.smtp", equalTo("unreachable"))
                    .body("checks.find { it.name == 'realtime' }.data.hub", equalTo("unreachable"))
                    .body("checks.findAll { it.data?.status == 'degraded' }.name", hasItems("mail", "realtime")));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> readiness()
                .body("checks.find { it.name == 'mail' }.data.smtp", equalTo("reachable"))
                .body("checks.find { it.name == 'realtime' }.data.hub", equalTo("reachable"))
                .body("checks.findAll { it.data?.status == 'degraded' }.name", empty()));
    }

    @Test
    void workerOrSchedulerAloneWithoutRedisIsDown() {
        try (Outage down = Outage.of(Outage.REDIS)) {
            assertThat(ready(Roles.Role.WORKER)).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(ready(Roles.Role.SCHEDULER)).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(ready(Roles.Role.WORKER, Roles.Role.SCHEDULER)).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(ready(Roles.Role.WEB)).isEqualTo(HealthCheckResponse.Status.UP);
            assertThat(ready(Roles.Role.WEB, Roles.Role.WORKER)).isEqualTo(HealthCheckResponse.Status.UP);
        }
        await().until(() -> ready(Roles.Role.WORKER) == HealthCheckResponse.Status.UP);
    }

    private HealthCheckResponse.Status ready(Roles.Role... roles) {
        JobsConfig config = new JobsConfig() {
            @Override
            public Optional<Set<Roles.Role>> roles() {
                return Optional.of(Set.of(roles));
            }

            @Override
            public Settings jobs() {
                throw new UnsupportedOperationException();
            }
        };
        return new JobsHealth(inspector, new Roles(config)).call().getStatus();
    }
}
