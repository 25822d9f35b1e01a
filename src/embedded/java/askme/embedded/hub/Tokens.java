package askme.embedded.hub;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies connection tokens: HS256 JWTs (RFC 7519) with our audience and issuer. */
final class Tokens {

    private final SecretKeySpec key;
    private final Clock clock;

    Tokens(String secret, Clock clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /**
     * The user of a connection.
     *
     * @param user the subject of the token, empty for a guest
     * @param expireAt when the connection ends if it is not refreshed, in seconds since 1970; 0 if it does not expire
     * @param channels to which the connection is subscribed when it is made
     */
    record Identity(String user, long expireAt, List<String> channels) {}

    /** The user of {@code token}. Closes the connection if the token is invalid; the error is 109 if it expired. */
    Identity verify(String token) {
        JsonObject claims = claims(token);
        if (!HubConfig.ISSUER.equals(claims.getString("iss")) || !includesUs(claims.getValue("aud"))) {
            throw Close.INVALID_TOKEN.ended();
        }
        long expires = claims.getLong("exp", 0L);
        long now = clock.instant().getEpochSecond();
        if ((expires != 0 && expires <= now) || claims.getLong("nbf", 0L) > now) {
            throw Failure.TOKEN_EXPIRED.refusal();
        }
        return new Identity(claims.getString("sub", ""), expires, channels(claims));
    }

    private static List<String> channels(JsonObject claims) {
        try {
            List<String> channels = new ArrayList<>();
            claims.getJsonArray("channels", new JsonArray()).forEach(channel -> channels.add((String) channel));
            channels.forEach(Broker::requireKnown);
            return List.copyOf(channels);
        } catch (ClassCastException e) {
            throw Close.INVALID_TOKEN.ended();
        }
    }

    private JsonObject claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw Close.INVALID_TOKEN.ended();
        }
        try {
            JsonObject header = new JsonObject(text(parts[0]));
            byte[] given = Base64.getUrlDecoder().decode(parts[2]);
            if (!"HS256".equals(header.getString("alg"))
                    || !MessageDigest.isEqual(given, signature(parts[0] + "." + parts[1]))) {
                throw Close.INVALID_TOKEN.ended();
            }
            return new JsonObject(text(parts[1]));
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            throw Close.INVALID_TOKEN.ended();
        }
    }

    private static boolean includesUs(Object audience) {
        return HubConfig.AUDIENCE.equals(audience)
                || audience instanceof JsonArray several && several.contains(HubConfig.AUDIENCE);
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
