package askme.session;

import askme.web.FilterOrder;
import askme.web.security.Caller;
import askme.web.security.SessionCookie;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Finds out who sends a request, before any resource and for error pages too. Costs a guest nothing, a member at most one
 * query, and none while the memo holds: then the request stays on its event loop.
 */
@ApplicationScoped
class SessionAuthentication {

    private static final String SIGNED_IN = "askme.signed-in";
    private static final String FAILED = "askme.signed-in.failed";
    private final SessionCookie cookie;
    private final Sessions sessions;

    SessionAuthentication(SessionCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    void register(@Observes Filters filters) {
        filters.register(this::authenticate, FilterOrder.AUTHENTICATION);
    }

    /** Whom {@link #authenticate} found; null for a guest. */
    static AuthenticatedMember signedIn(RoutingContext routing) {
        return routing.get(SIGNED_IN);
    }

    /** Why nobody could be found although a session's cookie came, or null. */
    static RuntimeException failure(RoutingContext routing) {
        return routing.get(FAILED);
    }

    private void authenticate(RoutingContext routing) {
        Optional<SessionId> id = SessionId.ofCookie(cookie.value(routing.request()));
        if (id.isEmpty() || servesFiles(routing.normalizedPath())) {
            routing.next();
            return;
        }
        boolean read = reads(routing.request());
        Optional<AuthenticatedMember> known = read ? sessions.known(id.get()) : null;
        if (known != null) {
            found(routing, known);
            return;
        }
        routing.vertx()
                .executeBlocking(() -> read ? sessions.find(id.get()) : sessions.findNow(id.get()), false)
                .onSuccess(found -> found(routing, found))
                .onFailure(e -> failed(routing, e));
    }

    private void found(RoutingContext routing, Optional<AuthenticatedMember> found) {
        if (found.isPresent()) {
            AuthenticatedMember session = found.get();
            routing.put(SIGNED_IN, session);
            Caller.signedIn(routing, session.member().id());
            routing.addHeadersEndHandler(done -> keepPrivate(routing));
        } else if (opensPage(routing.request())) {
            // Not on other requests: a late answer to one must not take away the cookie of a sign-in made meanwhile.
            cookie.clear(routing.response());
        }
        routing.next();
    }

    /** The page goes on as for a guest, and fails with this cause only where a member is needed. */
    private static void failed(RoutingContext routing, Throwable cause) {
        Log.warnf("session cannot be looked up: %s", cause.toString());
        routing.put(FAILED, new IllegalStateException("session cannot be looked up", cause));
        routing.next();
    }

    private static void keepPrivate(RoutingContext routing) {
        if (!routing.response().headers().contains("Cache-Control")) {
            routing.response().putHeader("Cache-Control", "private, no-cache");
        }
    }

    private static boolean servesFiles(String path) {
        return path.startsWith("/static/") || path.startsWith("/avatar/");
    }

    private static boolean reads(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    private static boolean opensPage(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return request.method() == HttpMethod.GET && accept != null && accept.contains("text/html");
    }
}
