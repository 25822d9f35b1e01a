package askme.jobs.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The queue's steps, each one Lua script and so atomic; every text is {@code common.lua} and the script's own. */
public enum Script {
    PUSH,
    CLAIM,
    ACK,
    RETRY,
    BURY,
    PROMOTE,
    REAP,
    GIVEBACK,
    LEAVE,
    BEAT,
    STATE,
    DELAYED,
    DEAD,
    REVIVE,
    DROP,
    HASTEN;

    final String text;
    /** What EVALSHA knows it by. */
    final String sha1;

    Script() {
        text = resource("common") + resource(name().toLowerCase(Locale.ROOT));
        sha1 = sha1(text);
    }

    private static String resource(String name) {
        try (InputStream in = Script.class.getResourceAsStream("/jobs/" + name + ".lua")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
