package askme.push;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The browser's side of RFC 8291: its keys, and the decryption, written from the RFC and without the site's library. */
final class BrowserKeys {

    private static final int COORDINATE = 32;
    private final KeyPair pair;
    final byte[] secret = new byte[16];

    BrowserKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
            new SecureRandom().nextBytes(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as an uncompressed point. */
    byte[] point() {
        ECPoint w = ((ECPublicKey) pair.getPublic()).getW();
        byte[] point = new byte[1 + 2 * COORDINATE];
        point[0] = 4;
        coordinate(w.getAffineX(), point, 1);
        coordinate(w.getAffineY(), point, 1 + COORDINATE);
        return point;
    }

    /** The private key in 32 bytes. */
    byte[] number() {
        byte[] bytes = new byte[COORDINATE];
        coordinate(((ECPrivateKey) pair.getPrivate()).getS(), bytes, 0);
        return bytes;
    }

    /** The body that a browser's script posts. */
    String json(String endpoint) {
        return "{\"endpoint\":\"%s\",\"expirationTime\":null,\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
                .formatted(endpoint, base64(point()), base64(secret));
    }

    /** The text of an encrypted body: salt (16), record size (4), length of the key (1), key, record (RFC 8188, 2.1). */
    String decrypt(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] salt = take(in, 16);
        in.getInt();
        byte[] serverKey = take(in, in.get());
        byte[] sealed = take(in, in.remaining());
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(pair.getPrivate());
            agreement.doPhase(publicKey(serverKey), true);
            byte[] info =
                    join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(), serverKey, new byte[] {1});
            byte[] input = hmac(hmac(secret, agreement.generateSecret()), info);
            byte[] prk = hmac(salt, input);
            byte[] key = hmac(prk, "Content-Encoding: aes128gcm\0\1".getBytes(StandardCharsets.US_ASCII));
            byte[] nonce = hmac(prk, "Content-Encoding: nonce\0\1".getBytes(StandardCharsets.US_ASCII));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, 0, 16, "AES"),
                    new GCMParameterSpec(128, Arrays.copyOf(nonce, 12)));
            byte[] padded = cipher.doFinal(sealed);
            int end = padded.length - 1;
            while (padded[end] == 0) {
                end--;
            }
            if (padded[end] != 2) {
                throw new AssertionError("no end of the last record");
            }
            return new String(padded, 0, end, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("the body cannot be decrypted", e);
        }
    }

    /** A public key from an uncompressed point. */
    ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        ECPoint w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, point.length)));
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, ((ECPublicKey) pair.getPublic()).getParams()));
    }

    private static byte[] hmac(byte[] key, byte[] input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(input);
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static void coordinate(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, into, at + COORDINATE - length, length);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
