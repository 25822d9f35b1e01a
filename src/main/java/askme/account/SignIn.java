package askme.account;

import askme.member.Member;
import askme.web.security.Audit;
import askme.web.security.CallerAddress;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks a name and a password. The result is the same, and takes as long, for an unknown account and a wrong password: it
 * does not show which accounts exist.
 */
@ApplicationScoped
class SignIn {

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final CallerAddress caller;
    private final Audit audit;

    SignIn(Accounts accounts, AccountConfig config, Clock clock, CallerAddress caller, Audit audit) {
        this.accounts = accounts;
        this.throttle = new SignInThrottle(config.signIn(), clock);
        this.caller = caller;
        this.audit = audit;
    }

    /** Checks the credentials of a guest. */
    SignInResult attempt(String login, String password) {
        return check("sign-in", login, password);
    }

    /** Checks the password of a signed-in member again. Failures count like those of {@link #attempt}. */
    SignInResult confirm(Member member, String password) {
        return check("password-confirmed", member.nickname, password);
    }

    private SignInResult check(String event, String login, String password) {
        String address = caller.network();
        Optional<Member> named = accounts.named(login);
        long id = named.map(m -> m.id).orElse(0L);
        String account = id == 0 ? login : "member " + id; // one account has many spellings: its e-mail, another case
        Duration wait = throttle.attempt(account, address);
        if (!wait.isZero()) {
            audit.event(event + "-throttled", id);
            return new SignInResult.Throttled(wait);
        }
        SignInResult result = new SignInResult.WrongCredentials();
        if (passwordMatches(named, password)) {
            throttle.succeeded(account, address);
            Member member = named.orElseThrow();
            String hash = currentHash(member, password);
            result = member.suspended ? new SignInResult.Suspended() : new SignInResult.Success(member, hash);
        }
        audit.event(event + suffix(result), id);
        return result;
    }

    /** The end of the audit event's name. */
    private static String suffix(SignInResult result) {
        if (result instanceof SignInResult.Success) {
            return "";
        }
        return result instanceof SignInResult.Suspended ? "-suspended" : "-failed";
    }

    private boolean passwordMatches(Optional<Member> named, String password) {
        return named.map(member -> accounts.passwords().matches(password, member.passwordHash))
                .orElseGet(() -> accounts.passwords().matchesNobody(password));
    }

    /** The hash that is stored from now on. It is made again if the parameters of the stored one are outdated. */
    private String currentHash(Member member, String password) {
        if (!accounts.passwords().outdated(member.passwordHash)) {
            return member.passwordHash;
        }
        String hash = accounts.passwords().hash(password);
        boolean replaced =
                QuarkusTransaction.requiringNew().call(() -> Member.replaceHash(member.id, member.passwordHash, hash));
        return replaced ? hash : member.passwordHash;
    }
}
