package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.SecondProcess;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a client sends ends in a 500 or in a stack trace in the log. */
@QuarkusTest
@Tag("one-process") // nginx refuses such requests itself, and the log is that of this process
class GarbledRequestsTest {

    private final List<String> traces = Collections.synchronizedList(new ArrayList<>());
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getThrown() != null && entry.getLevel().intValue() >= Level.INFO.intValue()) {
                traces.add(entry.getLoggerName() + " " + entry.getMessage() + " " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void recordTheLog() {
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void logHasNoStackTrace() {
        Logger.getLogger("").removeHandler(recorder);
        assertThat(traces).isEmpty();
    }

    static String exchange(String method, String path, String headers, String body) throws IOException {
        try (Socket site = new Socket("localhost", SecondProcess.door())) {
            site.setSoTimeout(20_000);
            String host = headers.contains("Host:") ? "" : "Host: localhost\r\n";
            site.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + headers + "\r\n"
                                    + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(site.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static int status(String reply) {
        assertThat(reply).startsWith("HTTP/1.1 ");
        return Integer.parseInt(reply.substring(9, 12));
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "application/x-www-form-urlencoded; charset=klingon",
                "multipart/form-data; boundary=x; charset=klingon",
                "text/plain",
                "application/xml",
                "image/png"
            })
    void bodyInAnUnknownFormatGetsTheErrorPage(String type) throws IOException {
        String reply = exchange(
                "POST",
                "/login/",
                "Content-Type: " + type + "\r\nAccept: text/html\r\nContent-Length: 7\r\n",
                "login=x");
        assertThat(status(reply)).isIn(400, 415);
        assertThat(reply).contains("class=\"error-page\"", "</html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x\r\n\r\nno headers\r\n--x--",
                "--x\r\nContent-Disposition: garbage\r\n\r\n1\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=\"login\"\r\nContent-Type: text/plain; charset=klingon\r\n\r\n1\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=\"login\"\r\nContent-Transfer-Encoding: x\r\n\r\n1\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=\"login\"\r\n\r\nnot closed",
                "--y\r\n",
                "",
                "\r\n\r\n"
            })
    void garbledPartsAreABadRequestOrAForm(String body) throws IOException {
        String reply = exchange(
                "POST",
                "/login/",
                "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + body.length() + "\r\n",
                body);
        assertThat(status(reply)).isIn(400, 403, 415, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1,2", "0x7", "99999999999999999999", "7 7"})
    void garbledContentLengthIsABadRequest(String length) throws IOException {
        String reply = exchange(
                "POST",
                "/login/",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n",
                "");
        assertThat(status(reply)).isIn(400, 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "Any",
                "garbage",
                "text/html;q=.5",
                "",
                "text/*",
                "TEXT/HTML"
            })
    void pageIsSentToAnUnusualClient(String accept) throws IOException {
        String reply = exchange("GET", "/", "Accept: " + accept + "\r\n", "");
        assertThat(status(reply)).isEqualTo(200);
        assertThat(reply).containsIgnoringCase("\r\nContent-Type: text/html;charset=UTF-8\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "application/activity+json",
                "application/json",
                "text/plain",
                "audio/*",
                "text/html;q=0"
            })
    void pageIsNeverLabelledAsSomethingElse(String accept) throws IOException {
        long question = Visitor.member("ann").ask("What is this page?", "A page of HTML.", "labelled");
        for (String path : List.of(
                "/",
                "/hot/",
                "/tags/",
                "/members/",
                "/login/",
                "/signup/",
                "/login/forgotten/",
                "/search/?q=a",
                "/question/" + question + "/",
                "/tag/labelled/",
                "/nowhere/",
                "/unsubscribe/x")) {
            String reply = exchange("GET", path, "Accept: " + accept + "\r\n", "");
            assertThat(status(reply)).as(path).isIn(200, 404, 406);
            boolean html = reply.contains("</html>");
            assertThat(reply.toLowerCase())
                    .as(path)
                    .contains("content-type: " + (html ? "text/html;charset=utf-8" : "application/problem+json"));
        }
    }

    @Test
    void pictureIsNeverLabelledAsAPage() throws IOException {
        for (String path :
                List.of("/avatar/default/ann.svg", "/avatar/00000000000000000000000000000000.png", "/icon.svg")) {
            assertThat(exchange("GET", path, "Accept: text/html\r\n", ""))
                    .as(path)
                    .containsIgnoringCase("content-type: image/svg+xml");
        }
        assertThat(exchange("GET", "/feed.atom", "Accept: image/png\r\n", "")).doesNotContain("image/png");
    }
}
