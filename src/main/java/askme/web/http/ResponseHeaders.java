package askme.web.http;

import askme.web.FilterOrder;
import askme.web.Languages;
import askme.web.LocalPath;
import askme.web.WebConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Headers of every response: security headers (the list of Mozilla's Observatory), caching and language. */
@ApplicationScoped
class ResponseHeaders {

    private static final String HTML = "text/html";
    private final String policy;
    private final Set<String> compressed;
    private final boolean secure;
    private final String strictTransport;

    ResponseHeaders(
            WebConfig config,
            @ConfigProperty(name = "askme.centrifugo.url") Optional<URI> centrifugo,
            @ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> compressed) {
        this.compressed = compressed;
        String live = centrifugo.map(ResponseHeaders::sourcesOf).orElse("");
        secure = config.secure();
        strictTransport = "max-age=63072000" + (config.hstsSubdomains() ? "; includeSubDomains" : "");
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'" + live + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
                + "manifest-src 'self'" + (secure ? "; upgrade-insecure-requests" : "");
    }

    /** A page connects to the hub, and asks it by HTTP whether it is back. */
    private static String sourcesOf(URI hub) {
        String plain = hub.getScheme().replaceFirst("^ws", "http");
        return " " + hub.getScheme() + "://" + hub.getRawAuthority() + " " + plain + "://" + hub.getRawAuthority();
    }

    void register(@Observes Filters filters) {
        filters.register(this::write, FilterOrder.RESPONSE_HEADERS);
    }

    private void write(RoutingContext routing) {
        MultiMap headers = routing.response().headers();
        if (!isDevUi(routing)) {
            headers.set("Content-Security-Policy", policy);
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Embedder-Policy", "require-corp");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (secure) {
            headers.set("Strict-Transport-Security", strictTransport);
        }
        // File names contain a hash of the content. In development the name of a part stays when its content changes.
        if (routing.normalizedPath().startsWith("/static/") && LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
        }
        routing.addHeadersEndHandler(end -> complete(routing, headers));
        routing.next();
    }

    /** Quarkus' pages for developers, which the policy would leave empty; no other mode serves them. */
    private static boolean isDevUi(RoutingContext routing) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT
                && routing.normalizedPath().startsWith("/q/");
    }

    /** Sets the headers that depend on the finished response. */
    private void complete(RoutingContext routing, MultiMap headers) {
        HttpServerRequest request = routing.request();
        String type = String.valueOf(headers.get("Content-Type")).replaceFirst(";.*", "");
        if (HTML.equals(type)) {
            headers.set("Content-Type", HTML + ";charset=UTF-8"); // ASVS 5.0, 4.1.1
            headers.set("Content-Language", Languages.of(request).getLanguage());
        }
        if (headers.contains("Location") && !PageResponses.isExternal(routing, headers.get("Location"))) {
            headers.set("Location", LocalPath.withoutHost(headers.get("Location")));
        }
        if (secure) {
            headers.set(
                    "Set-Cookie",
                    headers.getAll("Set-Cookie").stream()
                            .map(ResponseHeaders::overTls)
                            .toList());
        }
        Set<String> vary = new LinkedHashSet<>();
        headers.getAll("Vary").forEach(given -> vary.addAll(List.of(given.split(",\\s*"))));
        if (compressed.contains(type)) {
            vary.add("Accept-Encoding");
        }
        if (!vary.isEmpty()) {
            headers.set("Vary", String.join(", ", vary));
        }
    }

    /** Adds Secure to cookies of redirects, which are made without the configuration. Other cookies already have it. */
    private static String overTls(String cookie) {
        return cookie.toLowerCase(Locale.ROOT).contains("; secure") || cookie.contains(";Secure")
                ? cookie
                : cookie + ";Secure";
    }
}
