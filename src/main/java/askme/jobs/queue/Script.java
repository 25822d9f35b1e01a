package askme.jobs.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The Lua scripts of the queue, each of them one atomic step. The text of a script is {@code common.lua} and its own file. */
public enum Script {
    PUSH,
    CLAIM,
    ACK,
    RETRY,
    MARK_DEAD,
    PROMOTE,
    REAP,
    REQUEUE,
    DEREGISTER,
    HEARTBEAT,
    STATE,
    DELAYED,
    DEAD,
    REPLAY,
    DELETE,
    RUN_NOW,
    RUN_FAILED,
    ALONE,
    REVIVE;

    final String text;
    /** The hash by which EVALSHA calls it. */
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
