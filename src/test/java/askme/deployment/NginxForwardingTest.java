package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What nginx tells the site about a client: seen by a server that answers with the headers it got. */
class NginxForwardingTest {

    @Test
    void whatAClientClaimsAboutItselfGoesNoFurther() throws Exception {
        Optional<Path> program = Programs.find("nginx");
        assumeTrue(program.isPresent(), "no nginx here");
        HttpServer echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.createContext("/", NginxForwardingTest::answerHeaders);
        echo.start();
        try (Nginx nginx = new Nginx(program.get(), echo.getAddress().getPort(), 1)) {
            String seen = nginx.get(
                            "/claims",
                            "X-Forwarded-For",
                            "6.6.6.6",
                            "X-Forwarded-Proto",
                            "gopher",
                            "X-Forwarded-Host",
                            "evil.example",
                            "X-Forwarded-Port",
                            "666",
                            "Forwarded",
                            "for=6.6.6.6")
                    .body();

            assertThat(seen).contains("X-forwarded-for=[127.0.0.1]", "X-forwarded-proto=[http]");
            assertThat(seen).doesNotContain("6.6.6.6", "gopher", "evil.example", "666");
            // The Java client offers HTTP/2 in plain text (h2c), which would turn the connection into a tunnel.
            assertThat(seen).doesNotContain("Upgrade=");
        } finally {
            echo.stop(0);
        }
    }

    private static void answerHeaders(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestHeaders().entrySet().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
