package askme.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests of a private site get the sign-in page, unless an address is in the list. */
class GuestAccessTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static GuestAccess get(String path, String accept) {
        return GuestAccess.of(HttpMethod.GET, path, accept, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/question/1",
                "/tag/count/",
                "/members/",
                "/search",
                "/help/privileges/",
                "/api/",
                "/nowhere",
                "/admin/",
                "/loginx",
                "/about/x"
            })
    void pageLeadsToTheSignInPage(String path) {
        assertThat(get(path, BROWSER)).isEqualTo(GuestAccess.SIGN_IN);
        assertThat(get(path, null)).isEqualTo(GuestAccess.SIGN_IN);
        assertThat(get(path, "application/json")).isEqualTo(GuestAccess.UNAUTHORIZED);
        assertThat(GuestAccess.of(HttpMethod.HEAD, path, "*/*", null)).isEqualTo(GuestAccess.SIGN_IN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed.atom",
                "/tag/java/feed.atom",
                "/sitemap.xml",
                "/sitemap/1.xml",
                "/opensearch.xml",
                "/members/suggestions",
                "/realtime/token",
                "/search/suggestions",
                "/question/1/answers/since",
                "/notifications/count",
                "/api/v1/questions",
                "/api/v1/openapi.json",
                "/mcp",
                "/mcp/"
            })
    void dataIsRefusedWhateverTheClientAccepts(String path) {
        assertThat(get(path, BROWSER)).isEqualTo(GuestAccess.UNAUTHORIZED);
        assertThat(get(path, null)).isEqualTo(GuestAccess.UNAUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource({"/picture/1x1-a.png", "/avatar/a.png", "/avatar/default/anna.svg"})
    void pictureInAPageIsRefused(String path) {
        assertThat(get(path, "image/avif,image/webp,*/*")).isEqualTo(GuestAccess.UNAUTHORIZED);
        assertThat(get(path, BROWSER)).isEqualTo(GuestAccess.SIGN_IN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login/",
                "/login",
                "/login/reset/a.b",
                "/login/with/google",
                "/login/with/google/callback",
                "/login/link/a.b",
                "/login/passkey",
                "/login/second/",
                "/logout/with/google",
                "/signup/",
                "/signup/with",
                "/confirm/a.b",
                "/claim/",
                "/unsubscribe/a.b",
                "/unsubscribe/a.b/undo",
                "/setup/a",
                "/about/",
                "/rules/",
                "/privacy/",
                "/contact/",
                "/robots.txt",
                "/static/app-1.css",
                "/look/style/112233",
                "/icon-192.png",
                "/service-worker.js"
            })
    void wayInIsOpen(String path) {
        assertThat(get(path, BROWSER)).isEqualTo(GuestAccess.OPEN);
        assertThat(GuestAccess.of(HttpMethod.POST, path, BROWSER, FORM)).isEqualTo(GuestAccess.OPEN);
    }

    @Test
    void formReachesItsResourceAndNothingElseDoes() {
        assertThat(GuestAccess.of(HttpMethod.POST, "/question/1/answers", BROWSER, FORM))
                .isEqualTo(GuestAccess.FORM);
        assertThat(GuestAccess.of(HttpMethod.POST, "/question/1/vote", "*/*", "application/json"))
                .isEqualTo(GuestAccess.UNAUTHORIZED);
        assertThat(GuestAccess.of(HttpMethod.PUT, "/drafts/x", "*/*", "application/json"))
                .isEqualTo(GuestAccess.UNAUTHORIZED);
    }
}
