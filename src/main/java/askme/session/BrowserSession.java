package askme.session;

import askme.member.Member;
import askme.web.Languages;
import askme.web.security.Audit;
import askme.web.security.SessionCookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Opens and ends the session of the browser that sent this request: row, cookie and audit log together. */
@ApplicationScoped
public class BrowserSession {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final RoutingContext routing;
    private final Audit audit;

    BrowserSession(Sessions sessions, SessionCookie cookie, RoutingContext routing, Audit audit) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.routing = routing;
        this.audit = audit;
    }

    /**
     * Signs the member in under a new session id; a session that the browser brought ends (ASVS 5.0, 7.2.4).
     *
     * @return false where the password was changed since it was checked
     */
    public boolean enter(Member member) {
        here().ifPresent(sessions::end);
        Optional<String> value =
                sessions.open(member.id, member.passwordHash, routing.request().getHeader("User-Agent"));
        value.ifPresent(opened -> cookie.set(routing.response(), opened, sessions.life()));
        learnLanguage(member);
        return value.isPresent();
    }

    /** Mails go out in the language the member last signed in with. */
    private void learnLanguage(Member member) {
        String language = Languages.of(routing.request()).getLanguage();
        if (!language.equals(member.language)) {
            QuarkusTransaction.requiringNew().run(() -> Member.speaks(member.id, language));
        }
    }

    /** Signs a new member in. */
    public void welcome(Member member) {
        audit.event("sign-up", member.id);
        enter(member);
    }

    /** Ends this session; {@code member} is 0 where it had ended already. */
    public void leave(long member) {
        here().ifPresent(sessions::end);
        cookie.clear(routing.response());
        if (member != 0) {
            audit.event("sign-out", member);
        }
    }

    /** Ends all sessions of the member, on all devices. */
    public void leaveEverywhere(long member) {
        sessions.endAll(member);
        cookie.clear(routing.response());
        audit.event("sign-out-everywhere", member);
    }

    /** Ends one of the member's sessions, on another device or here. */
    public void end(SessionId session, long member) {
        sessions.end(session, member);
        audit.event("session-ended", member);
    }

    /** The session of this request, or empty. */
    public Optional<SessionId> here() {
        return SessionId.ofCookie(cookie.value(routing.request()));
    }
}
