package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("one-process") // nginx answers some methods itself
class AllowedMethodsTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "FOO");

    @Test
    void allowNamesTheMethodsOfEachPath() throws IOException {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Which methods are allowed?", "Those that are named.", "methods");
        long answer = ann.answer(question, "Look at the header.");
        String home = RestAssured.get("/").body().asString();
        String css = home.replaceAll("(?s).*href=\"(/static/[^\"]+\\.css)\".*", "$1");
        for (String path : List.of(
                "/",
                "/hot/",
                "/tags/",
                "/tags/suggestions",
                "/tag/methods/",
                "/members/",
                "/member/" + ann.nickname() + "/",
                "/member/" + ann.nickname() + "/suspension",
                "/login/",
                "/signup/",
                "/logout/",
                "/login/forgotten/",
                "/login/reset/x",
                "/profile/",
                "/profile/account/",
                "/profile/edit/",
                "/profile/security/",
                "/profile/password",
                "/profile/sessions/end",
                "/profile/sessions/end-all",
                "/ask/",
                "/question/" + question + "/",
                "/question/" + question + "/vote",
                "/question/" + question + "/edit",
                "/question/" + question + "/delete",
                "/question/" + question + "/answers",
                "/answer/" + answer + "/",
                "/answer/" + answer + "/vote",
                "/answer/" + answer + "/accept",
                "/answer/" + answer + "/edit",
                "/answer/" + answer + "/delete",
                "/search/",
                "/search/suggestions",
                "/search/similar",
                "/text/preview",
                "/favicon.ico",
                "/icon.svg",
                css,
                "/robots.txt",
                "/sitemap.xml",
                "/language/en",
                "/unsubscribe/x",
                "/avatar/default/ann.svg",
                "/admin/jobs/",
                "/admin/jobs/state",
                "/admin/jobs/retry")) {
            Response options = RestAssured.options(path);
            assertThat(options.statusCode()).as("OPTIONS " + path).isEqualTo(204);
            Set<String> allowed = methods(options.header("Allow"));
            assertThat(allowed).as(path).contains("OPTIONS");
            for (String method : METHODS) {
                String reply = GarbledRequests.exchange(method, path, "Content-Length: 0\r\n", "");
                boolean refused = GarbledRequests.status(reply) == 405;
                assertThat(refused).as(method + " " + path).isEqualTo(!allowed.contains(method));
                if (refused) {
                    String header = reply.replaceAll("(?si).*?\r\nAllow: ([^\r]*)\r\n.*", "$1");
                    assertThat(methods(header)).as(method + " " + path).isEqualTo(allowed);
                }
            }
        }
    }

    @Test
    void unknownPathHasNoMethods() throws IOException {
        for (String path : List.of("/nowhere/", "/static/nothing.css", "/question/", "/admin/nothing/")) {
            for (String method : METHODS) {
                assertThat(GarbledRequests.status(GarbledRequests.exchange(method, path, "Content-Length: 0\r\n", "")))
                        .as(method + " " + path)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void refusalIsInTheLayout() {
        Response page = RestAssured.given().header("Accept", "text/html").put("/hot/");
        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.body().asString()).contains("class=\"error-page\"");
        assertThat(RestAssured.given()
                        .header("Accept", "application/json")
                        .put("/hot/")
                        .contentType())
                .startsWith("application/problem+json");
    }

    private static Set<String> methods(String header) {
        assertThat(header).isNotNull();
        return new TreeSet<>(Arrays.asList(header.split(", ")));
    }
}
