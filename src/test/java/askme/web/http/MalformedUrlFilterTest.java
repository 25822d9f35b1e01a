package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.SecondProcess;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("one-process") // nginx refuses such a URL itself
class MalformedUrlFilterTest {

    /** The raw response. An HTTP client would refuse to send such a URL. */
    private static String get(String address, String accept) throws IOException {
        return exchange("GET " + address, "Accept: " + accept + "\r\nAccept-Language: ru\r\n\r\n");
    }

    private static String exchange(String line, String rest) throws IOException {
        try (Socket site = new Socket("localhost", SecondProcess.door())) {
            site.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + rest)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(site.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tag/%zz/", "/question/%", "/%e", "/search/?q=50%", "/static/%", "/avatar/%u1234"})
    void brokenPercentSignGetsTheErrorPage(String address) throws IOException {
        String answer = get(address, "text/html,*/*;q=0.8");
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("\nX-Request-ID: ")
                .containsIgnoringCase("\nContent-Security-Policy: ")
                .containsIgnoringCase("\nCache-Control: no-store")
                .contains("<html lang=\"ru\">", "class=\"error-page\"", "<header", "</html>");
    }

    @Test
    void memberIsSignedInOnTheErrorPage() throws IOException {
        Visitor ann = Visitor.member("ann");
        String cookies = ann.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        assertThat(exchange("GET /tag/%zz/", "Accept: text/html\r\nCookie: " + cookies + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("class=\"error-page\"", ann.nickname());
    }

    @Test
    void jsonClientReceivesAProblemObject() throws IOException {
        assertThat(get("/search/suggestions?q=%", "application/json"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"status\":400", "\"code\":\"malformed-address\"");
    }

    @Test
    void postToAMalformedUrlIsRefused() throws IOException {
        String form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\nvalue=1";
        assertThat(exchange("POST /question/%/vote", "Accept: text/html\r\n" + form))
                .startsWith("HTTP/1.1 400 ")
                .contains("class=\"error-page\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search/?q=a|b", "/search/?q={x}^`y", "/tag/%7c/", "/tag/a|b/"})
    void unescapedCharactersOfBrowsersAreAccepted(String address) throws IOException {
        assertThat(get(address, "text/html"))
                .containsPattern("\\AHTTP/1.1 (200|404) ")
                .contains("</html>");
    }

    @Test
    void malformedFormIsABadRequest() throws IOException {
        String form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nlogin=%zz";
        assertThat(exchange("POST /login/", "Accept: text/html\r\n" + form)).startsWith("HTTP/1.1 400 ");
    }
}
