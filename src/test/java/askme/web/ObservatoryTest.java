package askme.web;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/**
 * The grade that Mozilla's HTTP Observatory would give (its table of modifiers, mdn-http-observatory
 * src/grader/charts.js): from 100 down by the penalties, and up by the bonuses where 90 are left. A+ is 100 or more.
 */
@QuarkusTest
@TestProfile(ObservatoryTest.BehindTls.class)
class ObservatoryTest {

    private static final int SIX_MONTHS_S = 15_768_000;

    /** As behind a proxy that ends TLS. */
    public static class BehindTls implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("askme.base-url", "https://askme.example");
        }
    }

    @Test
    void everyKindOfPageEarnsAnAPlus() {
        for (String path : List.of("/", "/login/", "/signup/", "/nowhere/", "/search/?q=x")) {
            Reply reply = Visitor.guest().getOnce(path);
            Map<String, Integer> modifiers = modifiers(reply);
            int penalties = modifiers.values().stream()
                    .filter(m -> m < 0)
                    .mapToInt(m -> m)
                    .sum();
            int bonuses = modifiers.values().stream()
                    .filter(m -> m > 0)
                    .mapToInt(m -> m)
                    .sum();
            assertThat(100 + penalties).as(path + " " + modifiers).isGreaterThanOrEqualTo(90);
            assertThat(100 + penalties + bonuses).as(path + " " + modifiers).isGreaterThanOrEqualTo(135);
        }
    }

    @Test
    void everyCookieIsBoundToTheHostAndToTls() {
        Reply reply = Visitor.guest().getOnce("/login/");
        List<String> cookies = reply.raw().headers().allValues("Set-Cookie");
        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax"));
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("__Host-"));
    }

    private static Map<String, Integer> modifiers(Reply reply) {
        Map<String, Integer> found = new LinkedHashMap<>();
        String csp = header(reply, "Content-Security-Policy");
        boolean unsafe = csp.contains("unsafe-inline") || csp.contains("unsafe-eval");
        boolean strict = csp.contains("default-src 'none'")
                && csp.contains("form-action 'self'")
                && csp.contains("base-uri 'none'");
        found.put("csp", csp.isEmpty() ? -25 : unsafe ? -20 : strict ? 10 : 5);
        found.put("framing", csp.contains("frame-ancestors 'none'") ? 5 : -20);
        String hsts = header(reply, "Strict-Transport-Security");
        long age = hsts.matches("max-age=\\d+.*") ? Long.parseLong(hsts.replaceAll("max-age=(\\d+).*", "$1")) : 0;
        found.put("hsts", age >= SIX_MONTHS_S ? 0 : age > 0 ? -10 : -20);
        found.put("nosniff", header(reply, "X-Content-Type-Options").equals("nosniff") ? 0 : -5);
        boolean quiet = List.of("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")
                .contains(header(reply, "Referrer-Policy"));
        found.put("referrer", quiet ? 5 : -5);
        found.put("corp", header(reply, "Cross-Origin-Resource-Policy").equals("same-origin") ? 10 : 0);
        found.put("coop", header(reply, "Cross-Origin-Opener-Policy").equals("same-origin") ? 10 : 0);
        found.put("coep", header(reply, "Cross-Origin-Embedder-Policy").equals("require-corp") ? 10 : 0);
        found.put("cors", header(reply, "Access-Control-Allow-Origin").equals("*") ? -50 : 0);
        found.put("cookies", cookies(reply));
        found.put("foreign scripts", foreignScripts(reply.page()) ? -50 : 0);
        return found;
    }

    private static int cookies(Reply reply) {
        List<String> cookies = reply.raw().headers().allValues("Set-Cookie");
        if (cookies.stream().anyMatch(c -> !c.toLowerCase().contains("secure"))) {
            return -40;
        }
        if (cookies.stream().anyMatch(c -> !c.toLowerCase().contains("httponly"))) {
            return -30;
        }
        return cookies.isEmpty() ? 0 : 5;
    }

    private static boolean foreignScripts(Document page) {
        return page.select("script[src]").stream().anyMatch(s -> !s.attr("src").startsWith("/"));
    }

    private static String header(Reply reply, String name) {
        return reply.header(name) == null ? "" : reply.header(name);
    }
}
