package askme.account;

import askme.database.NewTransaction;
import askme.member.Member;
import askme.web.security.Audit;
import askme.web.security.CallerAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
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
    private final KnownDevices devices;
    private final Audit audit;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            AccountConfig config,
            Clock clock,
            CallerAddress caller,
            KnownDevices devices,
            Audit audit) {
        this.accounts = accounts;
        this.throttle = new SignInThrottle(config.signIn(), clock);
        this.caller = caller;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks the credentials of a guest. */
    SignInResult attempt(String login, String password) {
        Optional<Member> named = accounts.named(login);
        Optional<String> device = named.flatMap(member -> devices.find(member.id));
        return check("sign-in", named, attempt(named, login, device), password);
    }

    /** Checks the password of a signed-in member again. The failures of guests do not count here. */
    SignInResult confirm(Member member, String password) {
        Optional<Member> named = Optional.of(member);
        return check("password-confirmed", named, attempt(named, "", Optional.of("session")), password);
    }

    /** One account has many spellings: its e-mail, another case. Its name changes with the password. */
    private SignInThrottle.Attempt attempt(Optional<Member> named, String login, Optional<String> device) {
        String account = named.map(m -> "member " + m.id + " " + Integer.toHexString(Objects.hashCode(m.passwordHash)))
                .orElse("name " + login);
        return new SignInThrottle.Attempt(account, caller.network(), device);
    }

    private SignInResult check(String event, Optional<Member> named, SignInThrottle.Attempt attempt, String password) {
        long id = named.map(m -> m.id).orElse(0L);
        Duration wait = throttle.count(attempt);
        if (!wait.isZero()) {
            audit.event(event + "-throttled", id);
            return new SignInResult.Throttled(wait);
        }
        SignInResult result = new SignInResult.WrongCredentials();
        if (passwordMatches(named, password)) {
            throttle.succeeded(attempt);
            Member member = named.orElseThrow();
            String hash = currentHash(member, password);
            result = member.isSuspended(clock.instant())
                    ? new SignInResult.Suspended(member.suspendedUntil, member.suspensionReason)
                    : new SignInResult.Success(member, hash);
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
        return named.filter(member -> member.passwordHash != null)
                .map(member -> accounts.passwords().matches(password, member.passwordHash))
                .orElseGet(() -> accounts.passwords().matchesNobody(password));
    }

    /** The hash that is stored from now on. It is made again if the parameters of the stored one are outdated. */
    private String currentHash(Member member, String password) {
        if (!accounts.passwords().outdated(member.passwordHash)) {
            return member.passwordHash;
        }
        String hash = accounts.passwords().hash(password);
        boolean replaced = NewTransaction.call(() -> Member.replaceHash(member.id, member.passwordHash, hash));
        return replaced ? hash : member.passwordHash;
    }
}
