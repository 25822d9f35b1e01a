package askme.account;

import askme.database.NewTransaction;
import askme.member.Member;
import askme.web.ratelimit.SharedBuckets;
import askme.web.security.Audit;
import askme.web.security.CallerAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Checks a name and a password. The result is the same, and takes as long, for an unknown account and a wrong password: it
 * does not show which accounts exist.
 */
@ApplicationScoped
public class SignIn {

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final CallerAddress caller;
    private final KnownDevices devices;
    private final Audit audit;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            AccountConfig config,
            SharedBuckets buckets,
            Clock clock,
            CallerAddress caller,
            KnownDevices devices,
            Audit audit) {
        this.accounts = accounts;
        this.throttle = new SignInThrottle(config.signIn(), buckets);
        this.caller = caller;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks the credentials of a guest. */
    public SignInResult attempt(String login, String password) {
        Optional<Member> named = accounts.named(login);
        Optional<String> device = named.flatMap(member -> devices.find(member.id));
        return check("sign-in", named, attempt(named, login, device), () -> password(named, password));
    }

    /** Checks the password of a signed-in member again. The failures of guests do not count here. */
    public SignInResult confirm(Member member, String password) {
        Optional<Member> named = Optional.of(member);
        return check(
                "password-confirmed",
                named,
                attempt(named, "", Optional.of("session")),
                () -> password(named, password));
    }

    /**
     * Checks the second factor of somebody who knows the password. All such attempts of an account count together, from any address:
     * others cannot lock out the owner, as they do not come here.
     *
     * @param right whether the proof is right; is asked only if not too many attempts failed
     */
    public SignInResult secondStep(Member member, BooleanSupplier right) {
        return prove("second-step", member, right);
    }

    /** The same for a signed-in member who proves again who it is. */
    public SignInResult proveAgain(Member member, BooleanSupplier right) {
        return prove("confirmed", member, right);
    }

    private SignInResult prove(String event, Member member, BooleanSupplier right) {
        Optional<Member> known = Optional.of(member);
        return check(
                event,
                known,
                attempt(known, "", Optional.of("second step")),
                () -> right.getAsBoolean()
                        ? Optional.ofNullable(member.passwordHash).or(() -> Optional.of(""))
                        : Optional.empty());
    }

    /** One account has many spellings: its e-mail, another case. Its name changes with the password. */
    private SignInThrottle.Attempt attempt(Optional<Member> named, String login, Optional<String> device) {
        String account = named.map(m -> "member " + m.id + " " + Integer.toHexString(Objects.hashCode(m.passwordHash)))
                .orElse("name " + login);
        return new SignInThrottle.Attempt(account, caller.network(), device);
    }

    private SignInResult check(
            String event, Optional<Member> named, SignInThrottle.Attempt attempt, Supplier<Optional<String>> proof) {
        long id = named.map(m -> m.id).orElse(0L);
        Duration wait = throttle.count(attempt);
        if (!wait.isZero()) {
            audit.event(event + "-throttled", id);
            return new SignInResult.Throttled(wait);
        }
        SignInResult result = new SignInResult.WrongCredentials();
        Optional<String> hash = proof.get();
        if (hash.isPresent()) {
            throttle.succeeded(attempt);
            Member member = named.orElseThrow();
            result = member.isSuspended(clock.instant())
                    ? new SignInResult.Suspended(member.suspendedUntil, member.suspensionReason)
                    : new SignInResult.Success(member, hash.get().isEmpty() ? null : hash.get());
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

    /** The hash that is stored from now on; empty for a wrong password. */
    private Optional<String> password(Optional<Member> named, String password) {
        return passwordMatches(named, password)
                ? Optional.of(currentHash(named.orElseThrow(), password))
                : Optional.empty();
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
