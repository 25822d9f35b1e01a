package askme.jobs;

import static org.hamcrest.Matchers.equalTo;

import askme.support.Outage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsHealthTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    private ValidatableResponse readiness() {
        return RestAssured.get(ready).then();
    }

    @Test
    void theQueuesAgesAreDataOfTheReadinessAnswer() {
        readiness().statusCode(200).body("checks.find { it.name == 'jobs' }.data.redis", equalTo("up"));
    }

    @Test
    void withoutRedisAProcessThatServesPagesIsDegradedAndUp() {
        try (Outage down = Outage.of(Outage.REDIS)) {
            readiness()
                    .statusCode(200)
                    .body("checks.find { it.name == 'jobs' }.data.status", equalTo("degraded"))
                    .body("checks.find { it.name == 'jobs' }.data.redis", equalTo("down"));
        }
    }
}
