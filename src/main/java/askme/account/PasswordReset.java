package askme.account;

import askme.jobs.queue.Outbox;
import askme.markdown.UserInput;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.Nickname;
import askme.session.Sessions;
import askme.web.WebConfig;
import askme.web.page.FormErrors;
import askme.web.ratelimit.LocalBuckets;
import askme.web.ratelimit.RateLimit;
import askme.web.security.Audit;
import askme.web.security.Signer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The way back in for whoever forgot the password: a link to the account's e-mail (OWASP Forgot Password cheat sheet).
 *
 * <p>The link is signed, not stored. The signature covers the account's e-mail and password hash, so that a link is good
 * once, and for nothing after either has changed; it is good for {@link #LIFE} from the moment it was asked for.
 */
@ApplicationScoped
public class PasswordReset {

    static final Duration LIFE = Duration.ofHours(1);

    /** Mails to one account: enough for a spam folder, too few to fill an inbox. */
    private static final RateLimit PER_ACCOUNT = new RateLimit(3, LIFE);

    /** No e-mail is longer (RFC 5321, 4.5.3.1.3), nor any nickname. */
    private static final int LONGEST = 254;

    private static final String PURPOSE = "password-reset";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Signer signer;
    private final Audit audit;
    private final Clock clock;
    private final String baseUrl;
    private final LocalBuckets asked;

    PasswordReset(
            Accounts accounts,
            Sessions sessions,
            Outbox outbox,
            Signer signer,
            Audit audit,
            WebConfig web,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.outbox = outbox;
        this.signer = signer;
        this.audit = audit;
        this.clock = clock;
        baseUrl = web.baseUrl().toString();
        asked = new LocalBuckets(clock);
    }

    /**
     * What the mail says.
     *
     * @param url the absolute address that sets the password
     * @param language two letters, or null: the site's default
     */
    public record Way(String email, String nickname, String url, String language) {}

    /** Has the link sent to the account {@code login}, if there is one and it was not asked for too often. */
    void ask(String login) {
        String key = Nickname.Check.plain(UserInput.start(login).strip());
        if (key.length() > LONGEST || !asked.take(key, PER_ACCOUNT).isZero()) {
            audit.event("password-reset-throttled", 0);
            return;
        }
        PasswordResetRequested event = new PasswordResetRequested(login.strip(), clock.millis());
        QuarkusTransaction.requiringNew().run(() -> outbox.record(event));
        audit.event("password-reset-asked", 0);
    }

    /** The mail that is due; empty where no account has the name, or the link would be good no more. */
    public Optional<Way> due(PasswordResetRequested event) {
        Instant until = Instant.ofEpochMilli(event.atMs()).plus(LIFE);
        return accounts.named(event.login())
                .filter(member -> clock.instant().isBefore(until))
                .map(member -> new Way(
                        member.email,
                        member.nickname,
                        baseUrl + MemberLinks.reset(token(member, until)),
                        member.language));
    }

    /** Whose password {@code token} may set; empty for one that is made up, old or used. */
    Optional<Member> holder(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        return Member.<Member>findByIdOptional(Long.parseLong(parts[0]))
                .filter(member -> signer.open(purpose(member), token).isPresent())
                .filter(member -> clock.instant().getEpochSecond() < Long.parseLong(parts[1]));
    }

    /**
     * Sets the new password and ends all sessions; says by {@code errors} why not.
     *
     * @return false where the link was used, or the password changed, at the same moment
     */
    boolean set(Member member, String password, String again, FormErrors errors) {
        accounts.checkPassword(password, again, member.nickname, member.email, errors);
        if (errors.any()) {
            return true;
        }
        String hash = accounts.passwords().hash(password);
        if (!QuarkusTransaction.requiringNew().call(() -> Member.replaceHash(member.id, member.passwordHash, hash))) {
            return false;
        }
        sessions.endAll(member.id);
        audit.event("password-reset", member.id);
        return true;
    }

    private String token(Member member, Instant until) {
        return signer.seal(purpose(member), member.id + "." + until.getEpochSecond());
    }

    private static String purpose(Member member) {
        return PURPOSE + " " + member.email + " " + member.passwordHash;
    }
}
