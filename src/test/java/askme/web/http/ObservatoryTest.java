package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Observatory;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Computes the grade of Mozilla's HTTP Observatory: A+ is 100 or more. {@code NginxTlsTest} tests it with TLS. */
@QuarkusTest
@TestProfile(ObservatoryTest.BehindTls.class)
@Tag("one-process") // a separate configuration
class ObservatoryTest {

    /** The configuration behind a proxy that terminates TLS. */
    public static class BehindTls implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("askme.base-url", "https://askme.example");
        }
    }

    @Test
    void everyPageScoresAPlus() {
        for (String path : List.of("/", "/login/", "/signup/", "/nowhere/", "/search/?q=x")) {
            Reply reply = Visitor.guest().getOnce(path);
            assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=63072000");
            Map<String, Integer> modifiers = Observatory.modifiers(reply.raw());
            assertThat(Observatory.penalised(modifiers))
                    .as(path + " " + modifiers)
                    .isGreaterThanOrEqualTo(90);
            assertThat(Observatory.score(modifiers)).as(path + " " + modifiers).isGreaterThanOrEqualTo(135);
        }
    }

    @Test
    void cookiesOfTheSignInPageAreSecure() {
        Reply reply = Visitor.guest().getOnce("/login/");
        List<String> cookies = reply.raw().headers().allValues("Set-Cookie");
        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax"));
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("__Host-"));
    }

    /** They contain nothing personal, but are set as safely. */
    @Test
    void languageAndFlashCookiesAreSecure() {
        List<String> cookies = new ArrayList<>(
                Visitor.guest().getOnce("/language/ru").raw().headers().allValues("Set-Cookie"));
        cookies.addAll(RestAssured.given()
                .cookie("flash", "aGVsbG8")
                .get("/tags/")
                .headers()
                .getValues("Set-Cookie"));
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("language=")).anyMatch(c -> c.startsWith("flash="));
        assertThat(cookies).allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax"));
    }
}
