package askme.embedded.hub;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The official JavaScript client in a separate Node process. */
final class RealClient {

    private static final int LIMIT_S = 60;

    private RealClient() {}

    /** Runs {@code contract/real-client.mjs} against a server and returns its last line: "ok" or the failure. */
    static String run(String url, String api) throws Exception {
        Process node = new ProcessBuilder(
                        "node",
                        "--no-warnings",
                        "--experimental-websocket",
                        "contract/real-client.mjs",
                        url,
                        api,
                        CentrifugoContract.API_KEY,
                        TestToken.SECRET)
                .directory(Path.of("src/main/web").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!node.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
            node.destroyForcibly();
        }
        return output;
    }
}
