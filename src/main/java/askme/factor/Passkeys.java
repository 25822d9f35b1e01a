package askme.factor;

import askme.database.NewTransaction;
import askme.factor.SignInWayChanged.Change;
import askme.member.Member;
import askme.web.WebConfig;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Passkeys (WebAuthn level 2): the browser's own unlock signs in, on this device or on another one of the member. */
@ApplicationScoped
public class Passkeys {

    private static final Logger LOG = Logger.getLogger(Passkeys.class);
    private static final int LARGEST = 2048;
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            parameters(COSEAlgorithmIdentifier.ES256),
            parameters(COSEAlgorithmIdentifier.EdDSA),
            parameters(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter json = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(json);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(json);
    private final PasskeyTable table;
    private final PasskeyChallenges challenges;
    private final SecondFactor secondFactor;
    private final SignInWays ways;
    private final Origin origin;
    private final String host;

    Passkeys(
            PasskeyTable table,
            PasskeyChallenges challenges,
            SecondFactor secondFactor,
            SignInWays ways,
            WebConfig web) {
        this.table = table;
        this.challenges = challenges;
        this.secondFactor = secondFactor;
        this.ways = ways;
        origin = new Origin(web.baseUrl().getScheme() + "://" + web.baseUrl().getAuthority());
        host = web.baseUrl().getHost();
    }

    private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    /**
     * The request that the script gives to the browser.
     *
     * @param challenge the bytes to sign, in base64url
     * @param token comes back with the signature
     * @param site the domain that the passkey belongs to
     * @param user the handle of the member, in base64url; empty for a sign-in
     */
    @RegisterForReflection
    public record Request(String challenge, String token, String site, String user) {}

    /** A request for a new passkey of the member. */
    public Request toAdd(long member) {
        PasskeyChallenges.Made made = challenges.next("add " + member);
        return new Request(made.challenge(), made.token(), host, handle(member));
    }

    /** A request to sign in, as the first or the second step, or to prove again who it is. */
    public Request toSignIn() {
        PasskeyChallenges.Made made = challenges.next("sign-in");
        return new Request(made.challenge(), made.token(), host, "");
    }

    /** An opaque name of the member, as authenticators show nothing of it (WebAuthn, 14.6.1). It outlives the secret of the site. */
    private String handle(long member) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((host + " member " + member).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Stores the new passkey.
     *
     * @param answer the browser's answer as JSON (WebAuthn level 3, RegistrationResponseJSON)
     * @return false if the answer is not valid, or the member has too many passkeys
     */
    public boolean add(long member, String token, String answer, String name) {
        Optional<Challenge> challenge = challenges.use("add " + member, token);
        if (challenge.isEmpty()) {
            return false;
        }
        RegistrationData data;
        byte[] credential;
        try {
            data = manager.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(server(challenge.get()), ALGORITHMS, true, true));
            credential = credentials.convert(
                    data.getAttestationObject().getAuthenticatorData().getAttestedCredentialData());
        } catch (RuntimeException e) { // the library throws several kinds for what a client can send
            LOG.debugf("a passkey is refused: %s", e.getMessage());
            return false;
        }
        AuthenticatorData<?> found = data.getAttestationObject().getAuthenticatorData();
        byte[] id = found.getAttestedCredentialData().getCredentialId();
        PasskeyTable.Stored passkey = new PasskeyTable.Stored(
                0, member, credential, found.getSignCount(), found.isFlagBE(), found.isFlagBS());
        return credential.length <= LARGEST && store(passkey, id, name);
    }

    private boolean store(PasskeyTable.Stored passkey, byte[] id, String name) {
        return NewTransaction.call(() -> {
            Member.lock(passkey.member());
            if (table.of(passkey.member()).size() >= PasskeyTable.MOST || !table.add(passkey, id, name)) {
                return false;
            }
            ways.changed(passkey.member(), Change.PASSKEY_ADDED, name);
            return true;
        });
    }

    /**
     * The member whose passkey signed; empty if the answer is not valid.
     *
     * @param answer the browser's answer as JSON (WebAuthn level 3, AuthenticationResponseJSON)
     * @param expected whether the passkey may be of the member with this id
     */
    public Optional<Long> signer(String token, String answer, LongPredicate expected) {
        Optional<Challenge> challenge = challenges.use("sign-in", token);
        if (challenge.isEmpty() || answer == null) {
            return Optional.empty();
        }
        Optional<AuthenticationData> data = parsed(answer);
        return data.flatMap(signed -> NewTransaction.call(() -> table.find(signed.getCredentialId())
                .filter(passkey -> expected.test(passkey.member()))
                .filter(passkey -> isOf(signed, passkey.member()) && verified(signed, passkey, challenge.get()))
                .map(PasskeyTable.Stored::member)));
    }

    private Optional<AuthenticationData> parsed(String answer) {
        try {
            return Optional.ofNullable(manager.parseAuthenticationResponseJSON(answer))
                    .filter(data -> data.getCredentialId() != null);
        } catch (RuntimeException e) { // as above
            return refused(e);
        }
    }

    private static <T> Optional<T> refused(RuntimeException why) {
        LOG.debugf("the signature of a passkey is refused: %s", why.getMessage());
        return Optional.empty();
    }

    private boolean isOf(AuthenticationData data, long member) {
        byte[] user = data.getUserHandle();
        return user == null
                || user.length == 0
                || MessageDigest.isEqual(user, Base64.getUrlDecoder().decode(handle(member)));
    }

    private boolean verified(AuthenticationData data, PasskeyTable.Stored passkey, Challenge challenge) {
        CredentialRecordImpl record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.signatures(),
                credentials.convert(passkey.credential()),
                null,
                null,
                null,
                null);
        try {
            manager.verify(data, new AuthenticationParameters(server(challenge), record, null, true, true));
        } catch (RuntimeException e) { // as above
            return refused(e).isPresent();
        }
        AuthenticatorData<?> found = data.getAuthenticatorData();
        return table.used(passkey.id(), found.getSignCount(), found.isFlagBS());
    }

    private ServerProperty server(Challenge challenge) {
        return new ServerProperty(origin, host, challenge);
    }

    public List<PasskeyTable.Line> of(long member) {
        return NewTransaction.call(() -> table.of(member));
    }

    /**
     * Removes a passkey.
     *
     * @param permits is called with the locked member; whether a further way to sign in exists
     * @return false if it is the last way in
     */
    public boolean remove(long member, long id, Predicate<Member> permits) {
        boolean done = NewTransaction.call(() -> {
            Member locked = Member.lockById(member);
            Optional<PasskeyTable.Line> line =
                    table.of(member).stream().filter(l -> l.id() == id).findFirst();
            if (line.isEmpty()) {
                return true;
            }
            if (!permits.test(locked)) {
                return false;
            }
            if (table.remove(id, member)) {
                ways.changed(member, Change.PASSKEY_REMOVED, line.get().name());
                secondFactor.passkeysRemoved(member);
            }
            return true;
        });
        ways.refresh(member);
        return done;
    }
}
