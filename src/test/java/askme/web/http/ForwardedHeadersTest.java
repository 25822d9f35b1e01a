package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** Without a configured proxy the site ignores forwarded headers. {@code NginxForwardingTest} tests those of a proxy. */
@QuarkusTest
class ForwardedHeadersTest {

    @Test
    void forwardedHeadersOfClientsAreIgnored() {
        String location = RestAssured.given()
                .redirects()
                .follow(false)
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Port", "666")
                .header("Forwarded", "host=evil.example;proto=gopher")
                .get("/profile/edit/")
                .header("Location");

        assertThat(location).contains("/login/").doesNotContain("evil", "gopher", "666");
    }
}
