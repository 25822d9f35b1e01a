package askme.web.http;

import static askme.web.http.GarbledRequests.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every header of a response is sent once. */
@QuarkusTest
@Tag("one-process") // nginx adds headers
class RepeatedHeadersTest {

    @Test
    void noHeaderIsRepeated() throws IOException {
        String gzip = "Accept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: ru\r\n";
        for (String path : List.of(
                "/",
                "/hot/",
                "/login/",
                "/nowhere/",
                "/tag/%zz/",
                "/search/?q=%",
                "/icon.svg",
                "/favicon.ico",
                "/ask/",
                "/tags/suggestions?q=a",
                "/feed.atom",
                "/robots.txt",
                "/sitemap.xml")) {
            for (String method : List.of("GET", "HEAD")) {
                String head = exchange(method, path, gzip, "").split("\r\n\r\n")[0];
                List<String> names = head.lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(':')).toLowerCase())
                        .filter(name -> !name.equals("set-cookie"))
                        .toList();
                assertThat(names).as(method + " " + path).doesNotHaveDuplicates();
                if (head.toLowerCase().contains("content-type: text/html")) {
                    assertThat(head).as(method + " " + path).containsIgnoringCase("\r\nContent-Language: ru");
                }
            }
        }
        assertThat(exchange("GET", "/favicon.ico", gzip, "")).startsWith("HTTP/1.1 302 ");
    }
}
