package askme.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The reader's language: the cookie of the language menu, otherwise {@code Accept-Language}. The filter writes the language
 * into that header, because message bundles and Bean Validation read it there.
 */
public final class Languages {

    public static final String COOKIE = "language";

    /** The languages of the site, as two-letter codes. */
    public static final Set<String> OFFERED = Set.of("en", "ru");

    private Languages() {}

    /** The language of this request; always one of those offered. */
    public static Locale of(HttpServerRequest request) {
        Cookie chosen = request.getCookie(COOKIE);
        if (chosen != null && OFFERED.contains(chosen.getValue())) {
            return Locale.forLanguageTag(chosen.getValue());
        }
        return accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The first offered language of the header (RFC 9110, 12.5.4), otherwise English. The header may be null. */
    static Locale accepted(String header) {
        if (header == null || header.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            List<Locale> offered =
                    OFFERED.stream().sorted().map(Locale::forLanguageTag).toList();
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), offered);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    static final class LanguageFilter {

        @ServerRequestFilter(preMatching = true, priority = FilterOrder.LANGUAGE)
        public void apply(ContainerRequestContext request, HttpServerRequest raw) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, of(raw).getLanguage());
            raw.headers().set(HttpHeaders.ACCEPT_LANGUAGE, of(raw).getLanguage());
        }
    }
}
