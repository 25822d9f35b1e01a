package askme.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import askme.api.ApiClient;
import askme.support.SecondProcess;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The official client of the protocol, from npm, uses every tool. */
@QuarkusTest
@Tag("full")
@Tag("api")
class OfficialClientTest {

    private static final Path SOURCE = Path.of("src/test/mcp");
    private static final Path COPY = Path.of("target/mcp-client");
    private static final int LIMIT_S = 120;

    @Test
    void officialClientUsesEveryTool() throws Exception {
        Files.createDirectories(COPY);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "client.mjs")) {
            Files.copy(SOURCE.resolve(file), COPY.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "ci", "--no-progress");
        String token = ApiClient.makeToken(Visitor.member("official"), "read", "write");
        String output = run("node", "client.mjs", "http://localhost:" + SecondProcess.door() + "/mcp", token);
        System.out.println(output);
        assertThat(output).endsWith("ok");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(COPY.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
