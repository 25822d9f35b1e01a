package askme.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only programs and the site's pages may send requests, as JSON. */
class McpGateTest {

    @ParameterizedTest
    @CsvSource({
        ",true",
        "https://ask.example.org,true",
        "https://ASK.example.org,true",
        "https://ask.example.org:8443,false",
        "http://ask.example.org,false",
        "https://ask.example.org.evil.test,false",
        "null,false",
        "'',false"
    })
    void originOfAnotherSiteIsRefused(String origin, boolean may) {
        assertThat(McpGate.mayCome(origin, URI.create("https://ask.example.org")))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080,true", "http://localhost,false"})
    void portBelongsToTheOrigin(String origin, boolean may) {
        assertThat(McpGate.mayCome(origin, URI.create("http://localhost:8080"))).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,true",
        "Application/JSON; charset=utf-8,true",
        ",false",
        "text/plain,false",
        "application/json-seq,false"
    })
    void otherTypesThanJsonAreRefused(String type, boolean json) {
        assertThat(McpGate.isJson(type)).isEqualTo(json);
    }
}
