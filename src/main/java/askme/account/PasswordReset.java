package askme.account;

import askme.account.address.Addresses;
import askme.database.NewTransaction;
import askme.factor.SignInWays;
import askme.factor.UnprovenWays;
import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.Nickname;
import askme.session.Sessions;
import askme.waiting.WaitingPosts;
import askme.web.WebConfig;
import askme.web.page.FormErrors;
import askme.web.ratelimit.LocalBuckets;
import askme.web.ratelimit.RateLimit;
import askme.web.security.Audit;
import askme.web.security.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Members who forgot their password receive a link by e-mail that sets a new one (OWASP Forgot Password cheat sheet).
 *
 * <p>The link is signed, not stored. The signature covers the account's e-mail and password hash. So a link works once, and
 * not after either has changed. It is valid for {@link #VALIDITY} after the request. It goes to an address that nobody has confirmed
 * yet too, and using it confirms the address.
 */
@ApplicationScoped
public class PasswordReset {

    static final Duration VALIDITY = Duration.ofHours(1);

    /** Mails to one account: enough if some land in a spam folder, too few to flood an inbox. */
    private static final RateLimit PER_ACCOUNT = new RateLimit(3, VALIDITY);

    /** Neither an e-mail (RFC 5321, 4.5.3.1.3) nor a nickname is longer. */
    private static final int LONGEST = 254;

    private static final String PURPOSE = "password-reset";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Addresses addresses;
    private final WaitingPosts waiting;
    private final SignInWays ways;
    private final UnprovenWays unproven;
    private final Outbox outbox;
    private final Signer signer;
    private final Audit audit;
    private final Clock clock;
    private final String baseUrl;
    private final LocalBuckets requests;

    PasswordReset(
            Accounts accounts,
            Sessions sessions,
            Addresses addresses,
            WaitingPosts waiting,
            SignInWays ways,
            UnprovenWays unproven,
            Outbox outbox,
            Signer signer,
            Audit audit,
            WebConfig web,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.addresses = addresses;
        this.waiting = waiting;
        this.ways = ways;
        this.unproven = unproven;
        this.outbox = outbox;
        this.signer = signer;
        this.audit = audit;
        this.clock = clock;
        baseUrl = web.baseUrl().toString();
        requests = new LocalBuckets(clock);
    }

    /** Requests a mail to the account {@code login}. Does nothing if there were too many requests for it. */
    void request(String login) {
        String name = login.strip();
        if (name.length() > LONGEST
                || !requests.take(Nickname.Check.plain(name), PER_ACCOUNT).isZero()) {
            audit.event("password-reset-throttled", 0);
            return;
        }
        PasswordResetRequested event = new PasswordResetRequested(name, clock.millis());
        NewTransaction.run(() -> outbox.record(event));
        audit.event("password-reset-asked", 0);
    }

    /** The link for the mail; empty if there is no such account or the link would have expired. */
    public Optional<ResetLink> link(PasswordResetRequested event) {
        Instant until = Instant.ofEpochMilli(event.atMs()).plus(VALIDITY);
        if (event.login().length() > LONGEST) { // recorded by a version that did not check the length
            return Optional.empty();
        }
        return accounts.named(event.login())
                .filter(member -> member.email != null && clock.instant().isBefore(until))
                .map(member -> new ResetLink(
                        member.email,
                        member.nickname,
                        baseUrl + MemberLinks.passwordReset(token(member, until)),
                        member.language));
    }

    /** The member whose password {@code token} may set; empty if the token is forged, expired or used. */
    Optional<Member> member(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        return Member.<Member>findByIdOptional(Long.parseLong(parts[0]))
                .filter(member -> signer.open(purpose(member), token).isPresent())
                .filter(member -> clock.instant().getEpochSecond() < Long.parseLong(parts[1]));
    }

    /**
     * Sets the new password and ends all sessions, or adds to {@code errors} why not.
     *
     * @return false if a concurrent request used the link or changed the password
     */
    boolean set(Member member, String password, String again, FormErrors errors) {
        accounts.checkPassword(password, again, member.nickname, member.email, errors);
        if (errors.any()) {
            return true;
        }
        String hash = accounts.passwords().hash(password);
        if (!NewTransaction.call(() -> replace(member, hash))) {
            return false;
        }
        waiting.post(member.id);
        sessions.endAllAccess(member.id);
        audit.event("password-reset", member.id);
        return true;
    }

    /**
     * The link was sent to the address, so using it confirms that too. If nobody had confirmed it before, the account may have been
     * made by somebody who waits for its owner: other ways to sign in go.
     */
    private boolean replace(Member member, String hash) {
        if (!Member.replaceHash(member.id, member.passwordHash, hash)) {
            return false;
        }
        Member now = Member.lockById(member.id);
        if (Objects.equals(now.email, member.email)) {
            if (now.emailConfirmedAt == null) {
                unproven.remove(now);
            }
            addresses.confirm(now);
        }
        ways.passwordChanged(now.id);
        return true;
    }

    /** The page that sets a new password, for the owner of an address who took a change of it back. Empty without an address. */
    public Optional<String> pathFor(long member) {
        return Member.<Member>findByIdOptional(member)
                .filter(found -> found.email != null)
                .map(found ->
                        MemberLinks.passwordReset(token(found, clock.instant().plus(VALIDITY))));
    }

    private String token(Member member, Instant until) {
        return signer.seal(purpose(member), member.id + "." + until.getEpochSecond());
    }

    private static String purpose(Member member) {
        return PURPOSE + " " + member.email + " " + member.passwordHash;
    }
}
