package askme.session;

import askme.database.NewTransaction;
import askme.member.Member;
import askme.web.Languages;
import askme.web.security.Audit;
import askme.web.security.SessionCookie;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Opens and ends the session of the browser that sent this request: table row, cookie and audit log together. */
@ApplicationScoped
public class BrowserSession {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final RoutingContext routing;
    private final Audit audit;
    private final Clock clock;

    BrowserSession(Sessions sessions, SessionCookie cookie, RoutingContext routing, Audit audit, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.routing = routing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Signs the member in under a new session id. The session that the browser had ends (ASVS 5.0, 7.2.4).
     *
     * @param passwordHash the hash that the password was checked with, or the stored one after another proof; null without one
     * @return false if the password changed after it was checked: then no session is opened
     */
    public boolean signIn(Member member, String passwordHash) {
        return signIn(member, passwordHash, null, true);
    }

    /**
     * The same after a proof other than a password.
     *
     * @param provider the provider that vouched for the member; null for other ways
     * @param confirmed whether the member has just proved who it is. A provider may know it from an earlier day
     */
    public boolean signIn(Member member, String passwordHash, String provider, boolean confirmed) {
        sessionId().ifPresent(sessions::end);
        Instant now = clock.instant();
        Instant confirmedAt = confirmed ? now : null;
        Optional<String> value = sessions.open(
                member.id, passwordHash, routing.request().getHeader("User-Agent"), confirmedAt, provider);
        value.ifPresent(opened -> {
            cookie.set(routing.response(), opened, sessions.absoluteTimeout());
            SessionAuthentication.signIn(
                    routing,
                    new AuthenticatedMember(
                            member.ref(),
                            member.role(),
                            now,
                            member.mustConfirm,
                            member.deleteAt,
                            member.zoneChosen ? member.timeZone : null,
                            confirmedAt,
                            member.secondFactor,
                            provider));
        });
        rememberLanguage(member);
        return value.isPresent();
    }

    /** Mails use the language of the member's last sign-in. If the member chose a language, this browser uses it too. */
    private void rememberLanguage(Member member) {
        if (member.chosenLanguage != null) {
            NewCookie cookie = Languages.cookie(member.chosenLanguage);
            routing.response()
                    .addCookie(Cookie.cookie(cookie.getName(), cookie.getValue())
                            .setPath(cookie.getPath())
                            .setMaxAge(cookie.getMaxAge())
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.LAX));
            return;
        }
        String language = Languages.of(routing.request()).getLanguage();
        if (!language.equals(member.language)) {
            NewTransaction.run(() -> Member.setLanguage(member.id, language));
        }
    }

    /** The member has proved again who it is. The session goes on under a new id. */
    void confirmed() {
        sessionId()
                .flatMap(sessions::confirm)
                .ifPresent(renewed -> cookie.set(routing.response(), renewed, sessions.absoluteTimeout()));
    }

    /** Signs a new member in. */
    public void signUp(Member member) {
        audit.event("sign-up", member.id);
        signIn(member, member.passwordHash);
    }

    /** Signs a new member in for whom a provider has vouched. */
    public void signUpBy(Member member, String provider) {
        audit.event("sign-up", member.id);
        signIn(member, member.passwordHash, provider, false);
    }

    /** Ends this browser's session; {@code member} is 0 if it had ended already. */
    public void signOut(long member) {
        sessionId().ifPresent(sessions::end);
        cookie.clear(routing.response());
        if (member != 0) {
            audit.event("sign-out", member);
        }
    }

    /** Ends all sessions of the member, on all devices. */
    public void signOutEverywhere(long member) {
        sessions.endAll(member);
        cookie.clear(routing.response());
        audit.event("sign-out-everywhere", member);
    }

    /** Ends one of the member's sessions, on this device or another. */
    public void end(SessionId session, long member) {
        sessions.end(session, member);
        audit.event("session-ended", member);
    }

    /** The id of the session in the request's cookie; empty for a guest. */
    public Optional<SessionId> sessionId() {
        return SessionId.ofCookie(cookie.value(routing.request()));
    }
}
