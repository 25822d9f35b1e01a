package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Visitor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard and the alerts query metrics that exist. */
@QuarkusTest
@Tag("one-process") // reads the metrics of the process that answered
class DashboardTest {

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:http|askme|jvm|process|agroal)_[a-z0-9_]+(?=[\\[{)\"\\\\ ])");

    @TestHTTPResource(value = "/", management = true)
    String management;

    @ParameterizedTest
    @ValueSource(strings = {"docs/grafana.json", "docs/alerts.yml"})
    void everyQueriedMetricExists(String file) throws IOException {
        Set<String> queried = new TreeSet<>();
        Matcher matcher = METRIC.matcher(Files.readString(Path.of(file)));
        while (matcher.find()) {
            queried.add(matcher.group());
        }
        assertThat(queried).hasSizeGreaterThan(4);
        Visitor ann = Visitor.member("metrics");
        Visitor.member("reader").answer(ann.ask("Is all of it counted?", "All.", "metrics"), "It is.");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(existing()).containsAll(queried));
    }

    @Test
    void pagesAreCountedByDuration() {
        Visitor.guest().get("/hot/");
        assertThat(metrics())
                .containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/hot\"[^}]*le=\"0.25\"");
    }

    private Set<String> existing() {
        Set<String> names = new TreeSet<>();
        metrics().lines().filter(line -> !line.startsWith("#")).forEach(line -> names.add(line.split("[{ ]")[0]));
        return names;
    }

    private String metrics() {
        return RestAssured.get(management.replaceAll("/$", "").replaceAll("/q$", "") + "/q/metrics")
                .asString();
    }
}
