package askme.session;

import askme.database.DatabaseUnavailable;
import askme.database.DatabaseUse;
import askme.web.ApiPath;
import askme.web.FilterOrder;
import askme.web.http.EarlyRefusal;
import askme.web.security.Caller;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the member who sends a token to the API or to MCP (RFC 6750). Both ignore cookies, so no other site can use a session there, and they
 * need no CSRF token. A token that is wrong is refused, and never treated as a guest.
 */
@ApplicationScoped
class TokenAuthentication {

    static final String CHALLENGE = "WWW-Authenticate";
    private static final String SCOPES = "askme.token.scopes";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final EarlyRefusal WRONG = new EarlyRefusal(
            401,
            0,
            "Unauthorized",
            "token-invalid",
            "This token is not valid. Make a new one in your settings.",
            "Этот токен недействителен. Создайте новый в настройках.");

    private static final EarlyRefusal TOO_NARROW = new EarlyRefusal(
            403,
            0,
            "Forbidden",
            "insufficient-scope",
            "This token does not have the scope that the request needs.",
            "У этого токена нет прав для такого запроса.");

    private static final EarlyRefusal AWAY = new EarlyRefusal(
            503,
            DatabaseUnavailable.RETRY_AFTER_S,
            "Service Unavailable",
            "database-away",
            "The site cannot check your token at the moment. Try again in a few seconds.",
            "Сейчас не удаётся проверить токен. Попробуйте ещё раз через несколько секунд.");

    private final ApiTokens tokens;
    private final DatabaseUse database;

    TokenAuthentication(ApiTokens tokens, DatabaseUse database) {
        this.tokens = tokens;
        this.database = database;
    }

    void register(@Observes Filters filters) {
        filters.register(this::authenticate, FilterOrder.TOKEN);
    }

    /** Whether the request has the rights of moderators: a token needs a scope for them. */
    static boolean mayModerate(RoutingContext routing) {
        return allows(routing, TokenScope.MODERATE);
    }

    /** Whether the token of the request has this scope. A request without a token is not limited by scopes. */
    static boolean allows(RoutingContext routing, TokenScope scope) {
        Set<TokenScope> scopes = routing.get(SCOPES);
        return scopes == null || scopes.contains(scope);
    }

    private void authenticate(RoutingContext routing) {
        String header = routing.request().getHeader("Authorization");
        if (!ApiPath.covers(routing.normalizedPath()) || header == null) {
            routing.next();
            return;
        }
        Optional<String> token = TokenText.inHeader(header);
        if (token.isEmpty()) {
            refuse(routing);
            return;
        }
        routing.vertx()
                .executeBlocking(() -> tokens.find(token.get()), false)
                .onSuccess(found -> found.ifPresentOrElse(b -> accept(routing, b), () -> refuse(routing)))
                .onFailure(e -> failed(routing, e));
    }

    private static void accept(RoutingContext routing, ApiTokens.Bearer bearer) {
        TokenScope needed = neededFor(routing);
        if (!bearer.scopes().contains(needed)) {
            routing.response()
                    .putHeader(CHALLENGE, "Bearer error=\"insufficient_scope\", scope=\"" + needed.word() + "\"");
            TOO_NARROW.sendProblem(routing);
            return;
        }
        routing.put(SCOPES, bearer.scopes());
        SessionAuthentication.signIn(routing, bearer.member());
        Caller.signedIn(routing, bearer.member().member().id());
        routing.next();
    }

    /** All requests of MCP are POST, so its tools check the scope to write. */
    private static TokenScope neededFor(RoutingContext routing) {
        return READS.contains(routing.request().method()) || ApiPath.isMcp(routing.normalizedPath())
                ? TokenScope.READ
                : TokenScope.WRITE;
    }

    private void refuse(RoutingContext routing) {
        routing.response().putHeader(CHALLENGE, "Bearer error=\"invalid_token\"");
        WRONG.sendProblem(routing);
    }

    private void failed(RoutingContext routing, Throwable cause) {
        DatabaseUnavailable.in(cause)
                .ifPresentOrElse(
                        database::failed, () -> Log.warnf("a token cannot be looked up: %s", cause.toString()));
        AWAY.sendProblem(routing);
    }
}
