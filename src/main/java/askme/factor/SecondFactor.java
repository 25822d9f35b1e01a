package askme.factor;

import askme.database.NewTransaction;
import askme.factor.SignInWayChanged.Change;
import askme.member.Member;
import askme.web.WebConfig;
import askme.web.security.Encryption;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The codes of an authenticator app and the recovery codes: their set-up and their check. */
@ApplicationScoped
public class SecondFactor {

    /** How long the page of the set-up may stay open. */
    private static final Duration SET_UP = Duration.ofMinutes(30);

    /** A code of an app; everything else is a recovery code. */
    private static final String APP_CODE = "\\s*\\d{3}\\s?\\d{3}\\s*";

    private final Totp totp = new Totp();
    private final SecureRandom random = new SecureRandom();
    private final TotpTable secrets;
    private final RecoveryCodes codes;
    private final PasskeyTable passkeys;
    private final SignInWays ways;
    private final Encryption encryption;
    private final Clock clock;
    private final String host;

    SecondFactor(
            TotpTable secrets,
            RecoveryCodes codes,
            PasskeyTable passkeys,
            SignInWays ways,
            Encryption encryption,
            WebConfig web,
            Clock clock) {
        this.secrets = secrets;
        this.codes = codes;
        this.passkeys = passkeys;
        this.ways = ways;
        this.encryption = encryption;
        this.clock = clock;
        host = web.baseUrl().getHost();
    }

    /**
     * A set-up that has begun. Nothing is stored until the member has typed the first code.
     *
     * @param sealed comes back with the form
     * @param secret for people who type it, in groups
     * @param picture the address of the QR code
     */
    @TemplateData
    public record SetUp(String sealed, String secret, String picture) {}

    /** A new set-up with a new secret. */
    public SetUp begin(long member, String nickname) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        String ends = Long.toString(clock.instant().plus(SET_UP).getEpochSecond());
        String sealed = encryption.encrypt(
                purpose(member), ends + " " + Base64.getEncoder().encodeToString(secret));
        return again(sealed, secret, nickname);
    }

    /** The same set-up after a wrong code; empty if it has ended or was not begun by this member. */
    public Optional<SetUp> again(long member, String nickname, String sealed) {
        return secret(member, sealed).map(secret -> again(sealed, secret, nickname));
    }

    private SetUp again(String sealed, byte[] secret, String nickname) {
        String text = Base32.encode(secret);
        String label =
                URLEncoder.encode(host + ":" + nickname, StandardCharsets.UTF_8).replace("+", "%20");
        String issuer = URLEncoder.encode(host, StandardCharsets.UTF_8);
        return new SetUp(
                sealed,
                Base32.grouped(text, " "),
                QrCode.of("otpauth://totp/" + label + "?secret=" + text + "&issuer=" + issuer));
    }

    private Optional<byte[]> secret(long member, String sealed) {
        return encryption
                .decrypt(purpose(member), sealed)
                .map(text -> text.split(" "))
                .filter(parts -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0]))))
                .map(parts -> Base64.getDecoder().decode(parts[1]));
    }

    /**
     * Ends the set-up with the first code of the app.
     *
     * @return the recovery codes; empty if the code is wrong, the set-up has ended or the member has an app already
     */
    public Optional<List<String>> finish(long member, String sealed, String typed) {
        Optional<byte[]> secret = secret(member, sealed);
        OptionalLong step =
                secret.isEmpty() ? OptionalLong.empty() : totp.step(secret.get(), typed, 0, clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<String>> made = NewTransaction.call(() -> {
            Member.lock(member);
            if (secrets.find(member).isPresent()) {
                return Optional.empty();
            }
            secrets.remove(member); // one that can no longer be read
            secrets.add(member, secret.get(), step.getAsLong());
            ways.needSecondFactor(member, true);
            ways.changed(member, Change.SECOND_STEP_ON, "");
            return Optional.of(codes.renew(member));
        });
        ways.refresh(member);
        return made;
    }

    /** Whether the member has an app. */
    public boolean hasApp(long member) {
        return NewTransaction.call(() -> secrets.find(member).isPresent());
    }

    /** How many recovery codes are left. */
    public int codesLeft(long member) {
        return NewTransaction.call(() -> codes.left(member));
    }

    /** Whether {@code typed} is a code of the member's app, or a recovery code. Each works once. */
    public boolean accepts(long member, String typed) {
        return NewTransaction.call(() -> {
            if (typed.matches(APP_CODE)) {
                return secrets.find(member)
                        .map(stored -> totp.step(stored.secret(), typed, stored.lastStep(), clock.instant()))
                        .filter(step -> step.isPresent() && secrets.use(member, step.getAsLong()))
                        .isPresent();
            }
            boolean used = codes.use(member, typed);
            if (used) {
                ways.changed(member, Change.CODE_USED, "");
            }
            return used;
        });
    }

    /** New recovery codes; those before no longer work. */
    public List<String> renewCodes(long member) {
        return NewTransaction.call(() -> {
            Member.lock(member);
            ways.changed(member, Change.CODES_RENEWED, "");
            return codes.renew(member);
        });
    }

    /** Requires one of the member's passkeys after the password. Returns the recovery codes; empty if it is required already. */
    public Optional<List<String>> requirePasskey(long member) {
        Optional<List<String>> made = NewTransaction.call(() -> {
            if (Member.lockById(member).secondFactor || !passkeys.any(member)) {
                return Optional.empty();
            }
            ways.needSecondFactor(member, true);
            ways.changed(member, Change.SECOND_STEP_ON, "");
            return Optional.of(codes.renew(member));
        });
        ways.refresh(member);
        return made;
    }

    /** Removes the app and the recovery codes: a sign-in no longer needs a second factor. */
    public void remove(long member) {
        NewTransaction.run(() -> {
            Member.lock(member);
            turnOff(member);
        });
        ways.refresh(member);
    }

    /** After the last passkey was removed, in the same transaction: without an app nobody could pass the second step. */
    void passkeysRemoved(long member) {
        if (!passkeys.any(member) && secrets.find(member).isEmpty()) {
            turnOff(member);
        }
    }

    private void turnOff(long member) {
        boolean app = secrets.remove(member);
        boolean on = codes.remove(member);
        if (app || on) {
            ways.needSecondFactor(member, false);
            ways.changed(member, Change.SECOND_STEP_OFF, "");
        }
    }

    private static String purpose(long member) {
        return "totp-set-up " + member;
    }
}
