package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The compose file in a copy of the checkout. It has a separate project, addresses and ports,
 * so that it changes no other site of this machine. It has no limits by address, because all clients have the same one.
 */
final class Containers implements AutoCloseable {

    /** Maildev closes the connection if a client offers HTTP/2. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The limit in the compose file; a machine may allow less. */
    private static final int OPEN_FILES = 65_535;

    private static final String WITHOUT_LIMITS = """
            services:
              web: {environment: {ASKME_LIMITS_ENABLED: "false", ASKME_CONFIRM_EMAIL: "false", ASKME_SETTINGS_NEWCOMER_POSTS_PER_HOUR: "1000", ASKME_POSTS_MIN_QUESTION: "0", ASKME_POSTS_MIN_ANSWER: "0"}}
              web-2: {environment: {ASKME_LIMITS_ENABLED: "false", ASKME_CONFIRM_EMAIL: "false", ASKME_SETTINGS_NEWCOMER_POSTS_PER_HOUR: "1000", ASKME_POSTS_MIN_QUESTION: "0", ASKME_POSTS_MIN_ANSWER: "0"}}
            """;

    /** The address of nginx. */
    final String address;

    private final Path home;

    Containers() throws IOException, InterruptedException {
        int port = Nginx.freePort();
        address = "http://localhost:" + port;
        home = Path.of("target/containers").toAbsolutePath();
        run(Path.of("."), "rm", "-rf", home.toString());
        for (String file : run(Path.of("."), "git", "ls-files", "-co", "--exclude-standard")
                .lines()
                .toList()) {
            Path copy = home.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        change("docker-compose.yml", "172.30.80.", "172.30.81.");
        change("docker-compose.yml", "127.0.0.1:1080:1080", "127.0.0.1::1080");
        change("docker-compose.yml", "127.0.0.1:1025:1025", "127.0.0.1::1025");
        change("docker-compose.yml", Integer.toString(OPEN_FILES), Integer.toString(openFiles()));
        change("src/main/docker/nginx/nginx.conf", "rate=50r/s", "rate=2000r/s");
        change("src/main/docker/nginx/nginx.conf", "rate=5r/s", "rate=2000r/s");
        change(".env.example", "COMPOSE_PROJECT_NAME=askme", "COMPOSE_PROJECT_NAME=askme-test");
        change(".env.example", "127.0.0.1:8080", "127.0.0.1:" + port);
        Files.writeString(home.resolve("docker-compose.override.yml"), WITHOUT_LIMITS);
        run("bin/make-env", address);
        compose("up", "-d", "--build", "--wait");
    }

    /** Whether this machine has an engine and a version of Compose that understands the file. */
    static boolean runHere() throws IOException, InterruptedException {
        return Programs.find("docker").isPresent()
                && Programs.run("docker", "info").code() == 0
                && Programs.run("docker", "compose", "version").code() == 0;
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private static int openFiles() throws IOException, InterruptedException {
        String most = Programs.run("sh", "-c", "ulimit -Hn").output().strip();
        return most.equals("unlimited") ? OPEN_FILES : Math.min(OPEN_FILES, Integer.parseInt(most));
    }

    /** Runs {@code docker compose} with these arguments and returns its output; it must succeed. */
    String compose(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker", "compose"));
        line.addAll(List.of(words));
        return run(line.toArray(String[]::new));
    }

    /** Runs this program of the copy and returns its output; it must succeed. */
    String run(String... command) throws IOException, InterruptedException {
        return run(home, command);
    }

    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        Programs.Result result = Programs.run(directory, Map.of(), command);
        assertThat(result.code())
                .as(String.join(" ", command) + "\n" + result.output())
                .isZero();
        return result.output();
    }

    /** Runs this shell line in a running service and returns its exit code. */
    int codeOf(String service, String line) throws IOException, InterruptedException {
        return Programs.run(home, Map.of(), "docker", "compose", "exec", "-T", service, "sh", "-c", line)
                .code();
    }

    /** The number of mails that maildev has for this address. */
    int mailsTo(String email) throws IOException, InterruptedException {
        String maildev = "http://" + compose("port", "maildev", "1080").strip() + "/email";
        int mails = 0;
        for (JsonNode mail : JSON.readTree(
                HTTP.send(HttpRequest.newBuilder(URI.create(maildev)).build(), BodyHandlers.ofString())
                        .body())) {
            for (JsonNode to : mail.path("to")) {
                mails += to.path("address").asText().equalsIgnoreCase(email) ? 1 : 0;
            }
        }
        return mails;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        compose("down", "--volumes");
    }
}
