package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and metrics are for the operator. They have a separate port, which no proxy publishes. */
@QuarkusTest
class ManagementPortTest {

    @TestHTTPResource(value = "/", management = true)
    String management;

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/health", "/q/health/ready", "/q/health/live", "/q/metrics", "/metrics", "/health", "/q/dev"})
    void publicPortHasNoManagementPages(String path) {
        assertThat(Visitor.guest().get(path).status()).isEqualTo(404);
    }

    @Test
    void managementPortHasHealthAndMetrics() {
        String root = management.replaceAll("/$", "").replaceAll("/q$", "");
        assertThat(RestAssured.get(root + "/q/health/live").statusCode()).isEqualTo(200);
        assertThat(RestAssured.get(root + "/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(RestAssured.get(root + "/q/metrics").asString())
                .contains("askme_http_inside", "jvm_memory_used_bytes");
        assertThat(RestAssured.get(root + "/").statusCode()).isEqualTo(404);
    }
}
