package askme.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Headers of every response: the Content-Security-Policy and its companions (Mozilla Observatory's list), and caching. */
@ApplicationScoped
class ResponseHeaders {

    private static final int BEFORE_EVERYTHING = 900;
    private static final String HTML = "text/html";
    private final String policy;
    private final boolean secure;

    ResponseHeaders(WebConfig config, @ConfigProperty(name = "askme.centrifugo.url") Optional<URI> centrifugo) {
        String live = centrifugo
                .map(u -> " " + u.getScheme() + "://" + u.getRawAuthority())
                .orElse("");
        secure = config.secure();
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'" + live + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
                + "manifest-src 'self'" + (secure ? "; upgrade-insecure-requests" : "");
    }

    void register(@Observes Filters filters) {
        filters.register(this::write, BEFORE_EVERYTHING);
    }

    private void write(RoutingContext routing) {
        MultiMap headers = routing.response().headers();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Embedder-Policy", "require-corp");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        // Their names hold their hash; but in dev mode the address of a part may stay while its content changes.
        if (routing.normalizedPath().startsWith("/static/") && LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
        }
        // Whichever way a page came to its type: ASVS 5.0, 4.1.1.
        routing.addHeadersEndHandler(end -> {
            if (HTML.equals(headers.get("Content-Type"))) {
                headers.set("Content-Type", HTML + ";charset=UTF-8");
            }
        });
        routing.next();
    }
}
