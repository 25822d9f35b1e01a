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
 * {@code bin/backup} and {@code bin/restore}. A script replaces {@code docker}. It runs the commands without a container:
 * the database's programs against the tests' server, and tar in the site's data.
 */
final class Backup {

    private static final String DOCKER = """
            #!/bin/sh
            # docker compose exec -T SERVICE COMMAND… | docker compose run --rm --no-deps -T --entrypoint tar worker ARGUMENTS…
            set -eu
            echo "$*" >> "$SCRATCH/calls"
            [ "$1" = compose ]; shift
            case "$1 $2 ${3:-}" in
              "exec -T "*) shift 3; exec "$@" ;;
              "run --rm --no-deps") shift 7; [ "$1 $2" = "-C /data" ]; shift 2; exec tar -C "$SITE_DATA" "$@" ;;
              "stop nginx web" | "up -d "*) ;;
              *) echo "not in this test: $*" >&2; exit 1 ;;
            esac
            """;
    private static final String DATABASE_PROGRAM = """
            #!/bin/bash
            # The database's name is another in the test; the account comes from the environment, as in the container.
            for word; do [ "$word" = --set-gtid-purged=OFF ] || line+=("${word//askme/%4$s}"); done # MySQL's alone
            exec "%1$s" --host=127.0.0.1 --port=%2$d --user=%3$s "${line[@]}"
            """;

    private final Path scratch;
    private final Deployment site;
    private String name;

    Backup(Deployment site) throws IOException {
        this.site = site;
        scratch = Files.createTempDirectory(site.data, "backup");
        program("docker", DOCKER);
        program("redis-cli", "#!/bin/sh\n");
        URI server = URI.create(site.setting("QUARKUS_DATASOURCE_JDBC_URL").substring("jdbc:".length()));
        String schema = server.getPath().substring(1);
        String user = site.setting("QUARKUS_DATASOURCE_USERNAME");
        program("mysqldump", DATABASE_PROGRAM.formatted(client("mariadb-dump"), server.getPort(), user, schema));
        program("mysql", DATABASE_PROGRAM.formatted(client("mariadb"), server.getPort(), user, schema));
    }

    void make() throws IOException, InterruptedException {
        // The last line only: the client of MariaDB prints warnings before it.
        name = run("bin/backup", scratch.toString())
                .lines()
                .reduce((before, last) -> last)
                .orElseThrow();
        assertThat(Path.of(name + ".sql.gz")).isNotEmptyFile();
        assertThat(Path.of(name + ".uploads.tar.gz")).isNotEmptyFile();
    }

    /** Returns the calls of docker, in order. */
    List<String> restore() throws IOException, InterruptedException {
        Files.delete(scratch.resolve("calls"));
        run("bin/restore", name);
        return Files.readAllLines(scratch.resolve("calls"));
    }

    /** Fails as if the database were down; returns the files that remain in the directory of backups. */
    List<String> makeWithoutDatabase() throws IOException, InterruptedException {
        program("mysqldump", "#!/bin/sh\necho a part of it\nexit 2\n");
        Path to = scratch.resolve("failed");
        assertThat(result("bin/backup", to.toString()).code()).isNotZero();
        try (Stream<Path> files = Files.list(to)) {
            return files.map(Path::toString).toList();
        }
    }

    void wipeUploads() throws IOException {
        try (Stream<Path> files = Files.walk(site.data.resolve("uploads"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Programs.Result result = result(command);
        assertThat(result.code()).as(result.output()).isZero();
        return result.output();
    }

    private Programs.Result result(String... command) throws IOException, InterruptedException {
        return Programs.run(
                Path.of("."),
                Map.of(
                        "PATH", scratch + ":" + System.getenv("PATH"),
                        "SCRATCH", scratch.toString(),
                        "SITE_DATA", site.data.toString(),
                        "REDIS_PASSWORD", "",
                        "MYSQL_ROOT_PASSWORD", site.setting("QUARKUS_DATASOURCE_PASSWORD")),
                command);
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(scratch.resolve(name), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** The directory of the embedded server's unpacked programs. */
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
