package askme.cost;

import static org.assertj.core.api.Assertions.assertThat;

import askme.web.ratelimit.RateLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of costs in {@code docs/security.md} has each route with its rate and its bounds. */
class CostTableTest {

    private static final String UPLOAD = "12 MB";
    private static final String FORM = "1 MB";

    @Test
    void tableHasEachRoute() throws IOException {
        assertThat(CostTable.read().keySet())
                .isEqualTo(Route.all().stream().map(Route::toString).collect(Collectors.toSet()));
    }

    @Test
    void ratesAreThoseOfTheConfiguration() throws IOException {
        Properties configured = configuration();
        Map<String, CostTable.Row> table = CostTable.read();
        for (Route route : Route.all()) {
            String rate = configured.getProperty("askme.limits.rates." + route.rate());
            assertThat(rate).as("the rate %s of %s", route.rate(), route).isNotNull();
            assertThat(table.get(route.toString()).rate())
                    .as(route.toString())
                    .isEqualTo("`" + route.rate() + "` " + rate);
        }
    }

    /** Thirty people of one network address sign up within ten minutes, and two hundred read a page every three seconds. */
    @Test
    void schoolClassBehindOneAddressIsNotLimited() throws IOException {
        assertThat(configured("sign-up").permits()).isGreaterThanOrEqualTo(30);
        assertThat(configured("sign-in").permits()).isGreaterThanOrEqualTo(60);
        Duration minute = Duration.ofMinutes(1);
        RateLimit all = configured(Route.OF_ALL);
        assertThat(all.window()).isEqualTo(minute);
        assertThat(all.permits()).isGreaterThanOrEqualTo(200 * 20 * 3); // a page, its token and its missed changes
        RateLimit live = configured("live");
        assertThat(live.window()).isEqualTo(minute);
        assertThat(live.permits())
                .isGreaterThanOrEqualTo(200 * 5 * 2); // a page is read for longer when it is of a question
    }

    private static RateLimit configured(String rate) throws IOException {
        return RateLimit.valueOf(configuration().getProperty("askme.limits.rates." + rate));
    }

    private static Properties configuration() throws IOException {
        Properties configured = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            configured.load(in);
        }
        return configured;
    }

    @Test
    void everyRouteHasBounds() throws IOException {
        CostTable.read().forEach((route, row) -> {
            String request = CostTable.WITH_UPLOAD.contains(route) ? UPLOAD : route.startsWith("GET") ? "header" : FORM;
            assertThat(row.request()).as(route).isEqualTo(request);
            assertThat(row.answerKb()).as(route).matches("[\\d,]+");
            assertThat(row.cpuMs()).as(route).matches("[\\d,]+");
        });
    }

    @Test
    void measuredTimesReplaceThoseOfTheTable() {
        String document = """
                | address          | rate            | largest request | largest answer in KB | CPU in ms |
                | `GET /`          | `request` 1/1m  | header          | 300                  | 90        |
                | `GET /tags`      | `request` 1/1m  | header          | 300                  | 40        |
                | `POST /pictures` | `picture` 1/10m | 12 MB           | 10                   | 6,000     |
                """;
        Map<String, Fuzzer.Cost> costs = Map.of(
                "GET /", new Fuzzer.Cost(1000, Duration.ofMillis(1231)),
                "POST /pictures", new Fuzzer.Cost(1000, Duration.ofMillis(7)));
        assertThat(CostTable.withTimes(document, costs)).isEqualTo(document.replace("| 90        |", "| 1,240     |"));
    }

    @Test
    void eachRowIsComparedWithItsMeasure() throws IOException {
        Map<String, CostTable.Row> rows = CostTable.read();
        Map<String, Fuzzer.Cost> costs = Map.of("GET /", new Fuzzer.Cost(1001, Duration.ofMillis(7)));
        assertThat(CostTable.compared(rows, costs).lines())
                .hasSize(rows.size() + 2)
                .contains("| `GET /` | 300 | 2 | " + rows.get("GET /").cpuMs() + " | 7 |")
                .contains("| `GET /about` | 300 | - | " + rows.get("GET /about").cpuMs() + " | - |");
    }
}
