package askme.push;

import askme.database.NewTransaction;
import askme.database.Row;
import com.interaso.webpush.VapidKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.hibernate.Session;

/**
 * The keys with which this site proves to push services that it is the site the member agreed to (VAPID, RFC 8292). They are
 * configured, or made once and stored. Another pair would end all subscriptions.
 */
@ApplicationScoped
class VapidKeyPair {

    static final String FIND = "SELECT public_key, private_key FROM push_key WHERE id = 1";

    /** IGNORE: another process may have made its pair at the same time. Its pair counts then. */
    private static final String ADD = "INSERT IGNORE INTO push_key (id, public_key, private_key, made_at)"
            + " VALUES (1, :public, :private, :now)";

    private static final int SECRET_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final PushConfig config;
    private final Session hibernate;
    private final Clock clock;
    private volatile VapidKeys keys;

    VapidKeyPair(PushConfig config, Session hibernate, Clock clock) {
        this.config = config;
        this.hibernate = hibernate;
        this.clock = clock;
        if (config.publicKey().isPresent() != config.privateKey().isPresent()) {
            throw new IllegalStateException("askme.push.public-key (ASKME_PUSH_PUBLIC_KEY) and askme.push.private-key"
                    + " (ASKME_PUSH_PRIVATE_KEY) must both be set, or none");
        }
    }

    /** The public key as scripts and push services expect it. */
    String publicKey() {
        return ENCODER.encodeToString(keys().getApplicationServerKey());
    }

    /** Each step is a transaction: one that found no row would not see the row that another process adds. */
    VapidKeys keys() {
        VapidKeys known = keys;
        if (known == null) {
            known = config.publicKey().isPresent()
                    ? VapidKeys.fromUncompressedBytes(
                            config.publicKey().get(), config.privateKey().get())
                    : NewTransaction.call(this::find);
        }
        if (known == null) {
            NewTransaction.run(this::add);
            known = NewTransaction.call(this::find);
        }
        keys = known;
        return known;
    }

    private void add() {
        VapidKeys made = VapidKeys.generate();
        hibernate
                .createNativeMutationQuery(ADD)
                .setParameter("public", ENCODER.encodeToString(made.getApplicationServerKey()))
                .setParameter(
                        "private",
                        ENCODER.encodeToString(secret(made.getPrivateKey().getS())))
                .setParameter("now", Instant.now(clock))
                .executeUpdate();
    }

    private VapidKeys find() {
        return hibernate
                .createNativeQuery(FIND, Object[].class)
                .addScalar("public_key", String.class)
                .addScalar("private_key", String.class)
                .setTupleTransformer((values, names) -> pair(new Row(values, names)))
                .uniqueResultOptional()
                .orElse(null);
    }

    private static VapidKeys pair(Row row) {
        return VapidKeys.fromUncompressedBytes(row.text("public_key"), row.text("private_key"));
    }

    /** The number in exactly 32 bytes: BigInteger leaves out zeros, and adds one for the sign. */
    private static byte[] secret(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] exact = new byte[SECRET_BYTES];
        byte[] significant = bytes.length > SECRET_BYTES
                ? Arrays.copyOfRange(bytes, bytes.length - SECRET_BYTES, bytes.length)
                : bytes;
        System.arraycopy(significant, 0, exact, SECRET_BYTES - significant.length, significant.length);
        return exact;
    }
}
