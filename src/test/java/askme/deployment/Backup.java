package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.RealServices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The commands of "Back up and restore" in docs/operations.md, word by word. In the place of {@code docker} stands a script
 * that runs what would run in the container: the database's programs against the tests' server, tar in the site's data.
 */
final class Backup {

    private static final Path DOCUMENT = Path.of("docs/operations.md");
    private static final String DOCKER = """
            #!/bin/sh
            # docker compose exec -T mysql COMMAND… | docker compose run --rm --no-deps -T --entrypoint tar worker ARGUMENTS…
            set -eu
            [ "$1" = compose ]; shift
            case "$1 $2 $3" in
              "exec -T mysql") shift 3; exec "$@" ;;
              "run --rm --no-deps") shift 7; [ "$1 $2" = "-C /data" ]; shift 2; exec tar -C "$SITE_DATA" "$@" ;;
              *) echo "not in this test: $*" >&2; exit 1 ;;
            esac
            """;
    private static final String DATABASE_PROGRAM = """
            #!/bin/sh
            # The database's name is another in the test; the account comes from the environment, as in the container.
            set -eu
            options=""
            for word; do [ "$word" = askme ] && name=%4$s || options="$options $word"; done
            exec "%1$s" --host=127.0.0.1 --port=%2$d --user=%3$s $options $name
            """;

    private final List<String> dump;
    private final List<String> restore;
    private final Path scratch;
    private final Deployment site;

    private Backup(Deployment site, List<String> commands) throws IOException {
        this.site = site;
        dump = commands.stream().filter(line -> line.contains("| gzip >")).toList();
        restore = commands.stream().filter(line -> line.startsWith("gunzip <")).toList();
        scratch = Files.createTempDirectory(site.data, "backup");
        program("docker", DOCKER);
        URI server = URI.create(site.setting("QUARKUS_DATASOURCE_JDBC_URL").substring("jdbc:".length()));
        String schema = server.getPath().substring(1);
        String user = site.setting("QUARKUS_DATASOURCE_USERNAME");
        program("mysqldump", DATABASE_PROGRAM.formatted(client("mariadb-dump"), server.getPort(), user, schema));
        program("mysql", DATABASE_PROGRAM.formatted(client("mariadb"), server.getPort(), user, schema));
    }

    static Backup ofTheDocumentation(Deployment site) throws IOException {
        String text = Files.readString(DOCUMENT);
        String section = text.substring(text.indexOf("## Back up and restore"));
        String block = section.substring(section.indexOf("```") + 3);
        List<String> commands = block.substring(0, block.indexOf("```"))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        assertThat(commands).hasSize(5);
        assertThat(commands.get(2)).startsWith("docker compose stop nginx web web-2 worker scheduler");
        return new Backup(site, commands);
    }

    void dump() throws IOException, InterruptedException {
        run(dump);
    }

    void restore() throws IOException, InterruptedException {
        run(restore);
    }

    void wipeUploads() throws IOException {
        try (Stream<Path> files = Files.walk(site.data.resolve("uploads"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run(List<String> commands) throws IOException, InterruptedException {
        assertThat(commands).hasSize(2);
        for (String command : commands) {
            Programs.Result result = Programs.run(
                    scratch,
                    Map.of(
                            "PATH", scratch + ":" + System.getenv("PATH"),
                            "SITE_DATA", site.data.toString(),
                            "MYSQL_ROOT_PASSWORD", site.setting("QUARKUS_DATASOURCE_PASSWORD")),
                    "bash",
                    "-o",
                    "pipefail",
                    "-c",
                    command);
            assertThat(result.code()).as(command + "\n" + result.output()).isZero();
        }
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(scratch.resolve(name), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Where the embedded server's programs are unpacked. */
    private static Path client(String name) throws IOException {
        RealServices.config();
        String caches = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        try (Stream<Path> files = Files.walk(Path.of(caches, "askme"), 5)) {
            return files.filter(file -> file.endsWith("bin/" + name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
