package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No header that a client sends ends in a 500 or in a stack trace in the log. */
@QuarkusTest
@Tag("one-process") // nginx refuses such requests itself, and the log is that of this process
class GarbledHeadersTest extends GarbledRequests {
    private static final List<String> GARBAGE = List.of(
            "",
            " ",
            "garbage",
            "Any",
            "*",
            ";",
            ",",
            "=",
            "\"",
            "/",
            "*/*;q=.2",
            "*; q=.2, */*; q=.2",
            "gzip;q=.5",
            ";q=;;",
            "a/b;q=NaN",
            "a/b;c=\"d",
            "\u00e9\u00ff",
            "%zz",
            "\\",
            "{}",
            "bytes=",
            "bytes=-",
            "bytes=9-1",
            "bytes=a-b",
            "bytes=99999999999999999999-",
            "bytes=0-0,1-1",
            "W/",
            "\"x",
            "Thu, 99 Foo 2026 99:99:99 GMT",
            "-1",
            "0x10",
            "99999999999999999999",
            "a=b; ; =; c",
            "a=\"b",
            "x".repeat(4_000),
            "[",
            "://",
            "http://[",
            "null");

    /** {@code verify} sends one value of so many to each header; all headers together get each value. */
    private static final int PART = 5;

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Charset",
            "Accept-Language",
            "Content-Type",
            "Range",
            "If-Range",
            "If-None-Match",
            "If-Match",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "Cookie",
            "Referer",
            "Origin",
            "User-Agent",
            "Authorization",
            "X-Request-ID",
            "X-CSRF-TOKEN",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "Forwarded",
            "traceparent",
            "Cache-Control",
            "Pragma",
            "TE",
            "Upgrade",
            "Expect",
            "Max-Forwards",
            "Content-Encoding",
            "Content-Language",
            "Sec-Fetch-Site",
            "X-HTTP-Method-Override",
            "Date",
            "From",
            "Via");

    static Stream<String> headers() {
        return HEADERS.stream();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void garbledHeaderGetsAPageOrARefusal(String header) throws IOException {
        int first = HEADERS.indexOf(header) % PART;
        for (int value = first; value < GARBAGE.size(); value += PART) {
            assertPageOrRefusal(header, GARBAGE.get(value));
        }
    }

    @ParameterizedTest
    @MethodSource("headers")
    @Tag("full")
    @Tag("fuzz")
    void anyGarbledHeaderGetsAPageOrARefusal(String header) throws IOException {
        for (String value : GARBAGE) {
            assertPageOrRefusal(header, value);
        }
    }

    private static void assertPageOrRefusal(String header, String value) throws IOException {
        String line = header + ": " + value + "\r\n";
        for (String path : List.of("/", "/icon.svg", "/tags/suggestions?q=a")) {
            assertThat(status(exchange("GET", path, line, "")))
                    .as("GET " + path + " " + line)
                    .isIn(200, 206, 304, 400, 406, 412, 416, 417);
        }
        String length = "Content-Length: 7\r\n";
        String type = header.equals("Content-Type") ? "" : "Content-Type: application/x-www-form-urlencoded\r\n";
        assertThat(status(exchange("POST", "/login/", line + type + length, "login=x")))
                .as("POST " + line)
                .isIn(400, 403, 406, 413, 415, 417, 422);
    }
}
