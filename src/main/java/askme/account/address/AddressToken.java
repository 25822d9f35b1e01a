package askme.account.address;

import askme.web.security.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * The tokens of links. A token is signed, so that the worker can compute it again: neither the outbox nor Redis holds it. The
 * table has its hash, so a link works once, and ends when a later one replaces it.
 */
final class AddressToken {

    private static final String PURPOSE = "address-link";

    private final Signer signer;

    AddressToken(Signer signer) {
        this.signer = signer;
    }

    /** The token of a link that was made for this member at this moment. */
    String of(long member, AddressPurpose purpose, String email, Instant madeAt) {
        return signer.sign(PURPOSE, member + " " + purpose.stored() + " " + email + " " + madeAt.toEpochMilli());
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
