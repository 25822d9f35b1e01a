package askme.account;

import askme.member.Member;
import askme.member.MemberConfig;
import askme.web.security.Audit;
import askme.web.security.CallerAddress;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks a name and a password. Whoever guesses learns nothing from the answer: it is the same, and takes as long, for an
 * unknown account and a wrong password.
 */
@ApplicationScoped
class SignIn {

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final CallerAddress caller;
    private final Audit audit;

    SignIn(Accounts accounts, MemberConfig config, Clock clock, CallerAddress caller, Audit audit) {
        this.accounts = accounts;
        this.throttle = new SignInThrottle(config.signIn(), clock);
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * How an attempt ended.
     *
     * @param member whom the password belongs to, suspended or not, or empty
     * @param pause zero, or how long to wait because there were too many failures; then nothing was checked
     */
    record Outcome(Optional<Member> member, Duration pause) {}

    /** Signs in. */
    Outcome attempt(String login, String password) {
        return check("sign-in", login, password);
    }

    /** Asks somebody who is signed in for the password again; counted with the attempts to sign in. */
    Outcome confirm(Member member, String password) {
        return check("password-confirmed", member.nickname, password);
    }

    private Outcome check(String event, String login, String password) {
        String address = caller.network();
        Optional<Member> named = accounts.named(login);
        long id = named.map(m -> m.id).orElse(0L);
        String account = id == 0 ? login : "member " + id; // one account has many spellings: its e-mail, another case
        Duration wait = throttle.attempt(account, address);
        if (!wait.isZero()) {
            audit.event(event + "-throttled", id);
            return new Outcome(Optional.empty(), wait);
        }
        Optional<Member> member = named.filter(m -> accounts.passwords().matches(password, m.passwordHash));
        if (named.isEmpty()) {
            accounts.passwords().matchesNobody(password);
        }
        member.ifPresent(m -> {
            throttle.succeeded(account, address);
            rehash(m, password);
        });
        audit.event(event + ending(member), id);
        return new Outcome(member, Duration.ZERO);
    }

    private static String ending(Optional<Member> member) {
        if (member.isEmpty()) {
            return "-failed";
        }
        return member.get().suspended ? "-suspended" : "";
    }

    private void rehash(Member member, String password) {
        if (accounts.passwords().outdated(member.passwordHash)) {
            String hash = accounts.passwords().hash(password);
            if (QuarkusTransaction.requiringNew()
                    .call(() -> Member.replaceHash(member.id, member.passwordHash, hash))) {
                member.passwordHash = hash; // by which the session is opened
            }
        }
    }
}
