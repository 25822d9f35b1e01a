package askme.support;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The rules of Mozilla's HTTP Observatory (its table of modifiers, mdn-http-observatory src/grader/charts.js). A score
 * starts at 100 and loses the penalties. If at least 90 remain, it gains the bonuses.
 */
public final class Observatory {

    private static final int SIX_MONTHS_S = 15_768_000;

    private Observatory() {}

    /** 100 minus the penalties. */
    public static int penalised(Map<String, Integer> modifiers) {
        return 100
                + modifiers.values().stream()
                        .filter(m -> m < 0)
                        .mapToInt(m -> m)
                        .sum();
    }

    /** The score with the bonuses. */
    public static int score(Map<String, Integer> modifiers) {
        return 100 + modifiers.values().stream().mapToInt(m -> m).sum();
    }

    /** The bonuses and penalties of this response, by name. */
    public static Map<String, Integer> modifiers(HttpResponse<String> reply) {
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
        found.put("foreign scripts", foreignScripts(Jsoup.parse(reply.body())) ? -50 : 0);
        return found;
    }

    private static int cookies(HttpResponse<String> reply) {
        List<String> cookies = reply.headers().allValues("Set-Cookie");
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

    private static String header(HttpResponse<String> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }
}
