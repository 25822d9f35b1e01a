package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a client sends ends in a 500 or in a stack trace in the log. */
@QuarkusTest
@Tag("one-process") // nginx refuses such requests itself, and the log is that of this process
class GarbledRequestsTest extends GarbledRequests {
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
