package askme.embedded.hub;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Creates connection tokens, also invalid ones. */
record TestToken(
        String alg, String issuer, String audience, String subject, Instant expires, String secret, String channels) {

    static final String SECRET = "a-secret-for-tokens-of-32-characters";

    static TestToken of(String subject, Instant expires) {
        return new TestToken("HS256", "askme", "centrifugo", subject, expires, SECRET, "[]");
    }

    TestToken issuedBy(String other) {
        return new TestToken(alg, other, audience, subject, expires, secret, channels);
    }

    TestToken meantFor(String other) {
        return new TestToken(alg, issuer, other, subject, expires, secret, channels);
    }

    TestToken signedWith(String other) {
        return new TestToken(alg, issuer, audience, subject, expires, other, channels);
    }

    TestToken algorithm(String other) {
        return new TestToken(other, issuer, audience, subject, expires, secret, channels);
    }

    /** With this JSON as the channels to which the connection is subscribed. */
    TestToken subscribedTo(String json) {
        return new TestToken(alg, issuer, audience, subject, expires, secret, json.replace('\'', '"'));
    }

    String jwt() {
        String claims = "{\"sub\":\"%s\",\"aud\":\"%s\",\"iss\":\"%s\",\"exp\":%d,\"channels\":%s}"
                .formatted(subject, audience, issuer, expires.getEpochSecond(), channels);
        String signed = base64("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(alg)) + "." + base64(claims);
        if (alg.equals("none")) {
            return signed + ".";
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
