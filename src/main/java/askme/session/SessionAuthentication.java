package askme.session;

import askme.database.DatabaseUnavailable;
import askme.database.DatabaseUse;
import askme.settings.Settings;
import askme.web.ApiPath;
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
import java.sql.SQLException;
import java.util.Optional;

/**
 * Finds the member who sends a request, before any resource runs and for error pages too. A guest costs no query, a member at
 * most one. A cached session costs none, and its request stays on the event loop.
 */
@ApplicationScoped
class SessionAuthentication {

    private static final String SIGNED_IN = "askme.signed-in";
    private static final String FAILED = "askme.signed-in.failed";
    private final SessionCookie cookie;
    private final Sessions sessions;
    private final DatabaseUse database;
    private final Settings settings;

    SessionAuthentication(SessionCookie cookie, Sessions sessions, DatabaseUse database, Settings settings) {
        this.database = database;
        this.settings = settings;
        this.cookie = cookie;
        this.sessions = sessions;
    }

    void register(@Observes Filters filters) {
        filters.register(this::authenticate, FilterOrder.AUTHENTICATION);
    }

    /** The member that {@link #authenticate} found; null for a guest. */
    static AuthenticatedMember signedIn(RoutingContext routing) {
        return routing.get(SIGNED_IN);
    }

    /** From now on the request is that of {@code member}, who signed in with it. */
    static void signIn(RoutingContext routing, AuthenticatedMember member) {
        routing.put(SIGNED_IN, member);
    }

    /** Why the session of the cookie could not be looked up; null if there was no failure. */
    static RuntimeException failure(RoutingContext routing) {
        return routing.get(FAILED);
    }

    private void authenticate(RoutingContext routing) {
        Optional<SessionId> id = SessionId.ofCookie(cookie.value(routing.request()));
        if (id.isEmpty() || servesFilesToAll(routing.normalizedPath()) || ApiPath.covers(routing.normalizedPath())) {
            routing.next();
            return;
        }
        boolean read = reads(routing.request());
        Optional<AuthenticatedMember> cached = read ? sessions.findCached(id.get()) : null;
        if (cached != null) {
            found(routing, cached);
            return;
        }
        routing.vertx()
                .executeBlocking(() -> read ? sessions.find(id.get()) : sessions.findUncached(id.get()), false)
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
            // On pages only: a late answer to another request must not clear the cookie of a newer sign-in.
            cookie.clear(routing.response());
        }
        routing.next();
    }

    /** The request goes on as a guest's. It fails with this cause only if it needs a member. */
    private void failed(RoutingContext routing, Throwable cause) {
        Optional<SQLException> outage = DatabaseUnavailable.in(cause);
        if (outage.isPresent()) {
            database.failed(outage.get());
        } else {
            Log.warnf("session cannot be looked up: %s", cause.toString());
        }
        routing.put(FAILED, new IllegalStateException("session cannot be looked up", cause));
        routing.next();
    }

    private static void keepPrivate(RoutingContext routing) {
        if (!routing.response().headers().contains("Cache-Control")) {
            routing.response().putHeader("Cache-Control", "private, no-cache");
        }
    }

    private boolean servesFilesToAll(String path) {
        return path.startsWith("/static/") || (path.startsWith("/avatar/") && !settings.forMembersOnly());
    }

    private static boolean reads(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    private static boolean opensPage(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return request.method() == HttpMethod.GET && accept != null && accept.contains("text/html");
    }
}
