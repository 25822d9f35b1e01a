package askme.session;

import askme.database.DatabaseUnavailable;
import askme.member.MemberLinks;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.web.ApiPath;
import askme.web.FilterOrder;
import askme.web.LocalPath;
import askme.web.http.EarlyRefusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Closes a private site to guests. It handles every request of every route before the route does, so a new page is closed too unless
 * {@link GuestAccess} opens it. No cache may keep what guests get of a private site; browsers may keep what members get.
 */
@ApplicationScoped
class MembersOnly {

    /** nginx asks here before it serves anything from its cache, so the answer costs no query. */
    static final String CHECK = "/internal/readers";

    private static final String READERS = "X-Readers";
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String PUBLIC = "public";
    private static final int SEE_OTHER = 303;
    private static final int NO_CONTENT = 204;

    private static final EarlyRefusal SIGN_IN = new EarlyRefusal(
            401,
            0,
            "Unauthorized",
            "sign-in-required",
            "Only members can read this site.",
            "Сайт открыт только для участников.");

    private static final EarlyRefusal NO_SESSIONS = new EarlyRefusal(
            503,
            DatabaseUnavailable.RETRY_AFTER_S,
            "Service Unavailable",
            "database-away",
            "The site cannot check your sign-in at the moment. Try again in a few seconds.",
            "Сейчас не удаётся проверить вход. Попробуйте ещё раз через несколько секунд.");

    private final Settings settings;

    MembersOnly(Settings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answerProxy, FilterOrder.READERS);
        filters.register(this::check, FilterOrder.MEMBERS_ONLY);
    }

    private void answerProxy(RoutingContext routing) {
        if (!CHECK.equals(routing.normalizedPath())) {
            routing.next();
            return;
        }
        routing.response()
                .setStatusCode(NO_CONTENT)
                .putHeader(CACHE_CONTROL, "no-store")
                .putHeader(READERS, settings.get(SettingKeys.READERS))
                .end();
    }

    private void check(RoutingContext routing) {
        String path = routing.normalizedPath();
        if (!settings.forMembersOnly() || GuestAccess.isSharedFile(path)) {
            routing.next();
        } else if (SessionAuthentication.signedIn(routing) != null) {
            routing.addHeadersEndHandler(done -> keepFromSharedCaches(routing.response()));
            routing.next();
        } else {
            // Also before the resource, because a page that already has the header is never marked as public.
            routing.response().putHeader(CACHE_CONTROL, "no-store");
            routing.addHeadersEndHandler(done -> routing.response().putHeader(CACHE_CONTROL, "no-store"));
            answerGuest(routing, path);
        }
    }

    private static void answerGuest(RoutingContext routing, String path) {
        HttpServerRequest request = routing.request();
        GuestAccess access =
                GuestAccess.of(request.method(), path, request.getHeader("Accept"), request.getHeader("Content-Type"));
        boolean mayBeMember = SessionAuthentication.failure(routing) != null;
        if (access == GuestAccess.OPEN || access == GuestAccess.FORM) {
            routing.next();
        } else if (mayBeMember) {
            NO_SESSIONS.send(routing);
        } else if (access == GuestAccess.SIGN_IN) {
            routing.response()
                    .setStatusCode(SEE_OTHER)
                    .putHeader("Location", MemberLinks.loginThen(LocalPath.of(request.uri())))
                    .end();
        } else {
            routing.response().putHeader(TokenAuthentication.CHALLENGE, ApiPath.covers(path) ? "Bearer" : "Cookie");
            SIGN_IN.sendProblem(routing);
        }
    }

    /** A picture, for example, is public on a public site. */
    private static void keepFromSharedCaches(HttpServerResponse response) {
        String control = response.headers().get(CACHE_CONTROL);
        if (control != null && control.startsWith(PUBLIC)) {
            response.putHeader(CACHE_CONTROL, "private" + control.substring(PUBLIC.length()));
        }
    }
}
