package askme.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
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

    /** The offered language that the header prefers (RFC 9110, 12.5.4), otherwise English. The header may be null. */
    static Locale accepted(String header) {
        return AcceptLanguage.best(header, OFFERED).map(Locale::forLanguageTag).orElse(Locale.ENGLISH);
    }

    static final class LanguageFilter {

        @ServerRequestFilter(preMatching = true, priority = FilterOrder.LANGUAGE)
        public void apply(ContainerRequestContext request, HttpServerRequest raw) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, of(raw).getLanguage());
            raw.headers().set(HttpHeaders.ACCEPT_LANGUAGE, of(raw).getLanguage());
        }
    }
}
