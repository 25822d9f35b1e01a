package askme.web;

import askme.settings.SettingKeys;
import askme.settings.Settings;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The reader's language: the cookie of the language menu, otherwise {@code Accept-Language}. The filter writes the language
 * into that header, because message bundles and Bean Validation read it there.
 */
public final class Languages {

    public static final String COOKIE = "language";

    private static final int YEAR_S = 365 * 24 * 3600;

    /** The languages that the site is translated to, as two-letter codes. */
    public static final Set<String> TRANSLATED = Set.of("en", "ru");

    /** Static, because message bundles, filters and the page cache read it before there is a bean. */
    private static volatile Choice choice = new Choice(TRANSLATED, Locale.ENGLISH);

    private Languages() {}

    /** The languages that an administrator has chosen, and the one for readers who ask for none of them. */
    private record Choice(Set<String> offered, Locale usual) {}

    /** The languages that the site offers, as two-letter codes. */
    public static Set<String> offered() {
        return choice.offered;
    }

    /** Follows the settings of the site. */
    @Singleton
    @Startup
    static final class Chosen {

        Chosen(Settings settings) {
            settings.listen(() -> choice = choice(settings));
        }

        private static Choice choice(Settings settings) {
            String usual = settings.get(SettingKeys.DEFAULT_LANGUAGE);
            Set<String> offered = new TreeSet<>(Set.of(usual));
            if (settings.get(SettingKeys.ENGLISH)) {
                offered.add("en");
            }
            if (settings.get(SettingKeys.RUSSIAN)) {
                offered.add("ru");
            }
            return new Choice(Set.copyOf(offered), Locale.forLanguageTag(usual));
        }
    }

    /** The language of this request; always one of those offered. */
    public static Locale of(HttpServerRequest request) {
        Cookie chosen = request.getCookie(COOKIE);
        if (chosen != null && offered().contains(chosen.getValue())) {
            return Locale.forLanguageTag(chosen.getValue());
        }
        return accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The offered language that the header prefers (RFC 9110, 12.5.4), otherwise that of the site. The header may be null. */
    static Locale accepted(String header) {
        return AcceptLanguage.best(header, offered())
                .map(Locale::forLanguageTag)
                .orElse(choice.usual);
    }

    /** The cookie that chooses the language of this browser. */
    public static NewCookie cookie(String language) {
        return new NewCookie.Builder(COOKIE)
                .value(language)
                .path("/")
                .maxAge(YEAR_S)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    static final class LanguageFilter {

        @ServerRequestFilter(preMatching = true, priority = FilterOrder.LANGUAGE)
        public void apply(ContainerRequestContext request, HttpServerRequest raw) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, of(raw).getLanguage());
            raw.headers().set(HttpHeaders.ACCEPT_LANGUAGE, of(raw).getLanguage());
        }
    }
}
