package askme.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** {@code .askme/}: the data that the embedded services keep between runs. Only one run at a time holds its lock. */
final class DataDirectory {

    private static final String LOCK = "lock";
    private final Path root;

    DataDirectory(Path root) {
        this.root = root;
        createPrivate(root);
    }

    /** The directory of this name, which only its owner can read. It is created if it does not exist. */
    Path directory(String name) {
        Path directory = root.resolve(name);
        createPrivate(directory);
        return directory;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** The lock, which this process holds until it ends; empty if the services of another run hold it. */
    Optional<FileLock> lock() throws IOException {
        FileChannel channel = FileChannel.open(file(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return Optional.ofNullable(channel.tryLock());
    }

    /** Deletes all files except those that this process has open. */
    void wipe() throws IOException {
        deleteTree(root, file(LOCK), file(ServicesMain.LOG), directory("tmp"));
    }

    /** Deletes the directory with all its files. */
    void delete() throws IOException {
        deleteTree(root);
        Files.delete(root);
    }

    /** Deletes all but the file that explains a failed start. */
    void deleteAllBut(String name) throws IOException {
        deleteTree(root, file(name));
    }

    static void deleteTree(Path top, Path... kept) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(top) && !List.of(kept).contains(path)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /**
     * The first free port of these: the preferred port, the port that this part had in the last run, any port.
     *
     * @param preferred 0 if no port is preferred
     */
    synchronized int port(String part, int preferred) throws IOException {
        Properties ports = read("ports.properties");
        int last = Integer.parseInt(ports.getProperty(part, "0"));
        int port = (preferred == 0 ? free(last) : free(preferred).or(() -> free(last)))
                .or(() -> free(0))
                .orElseThrow();
        ports.setProperty(part, Integer.toString(port));
        write("ports.properties", ports);
        return port;
    }

    Properties read(String name) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file(name))) {
            try (var in = Files.newBufferedReader(file(name))) {
                properties.load(in);
            }
        }
        return properties;
    }

    /** Writes the file so that only its owner can read it. It is replaced at once, so no reader sees a part of it. */
    void write(String name, Properties properties) throws IOException {
        Path draft = file(name + ".draft");
        Files.deleteIfExists(draft);
        createPrivateFile(draft);
        try (var out = Files.newBufferedWriter(draft)) {
            properties.store(out, null);
        }
        Files.move(draft, file(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Ends the server of a run that was killed: the process in the pid file, if its command line names this directory. It is
     * terminated, and killed if it still runs after ten seconds.
     */
    void endLeftover(String pidFile) throws Exception {
        Optional<ProcessHandle> leftover = process(pidFile)
                .filter(process -> process.info().commandLine().orElse("").contains(root.toString()));
        if (leftover.isPresent()) {
            leftover.get().destroy();
            try {
                leftover.get().onExit().get(10, TimeUnit.SECONDS);
            } catch (TimeoutException running) {
                leftover.get().destroyForcibly();
                leftover.get().onExit().get(10, TimeUnit.SECONDS);
            }
        }
        Files.deleteIfExists(file(pidFile));
    }

    /** The process whose id a server wrote into its pid file; empty if it does not run. */
    Optional<ProcessHandle> process(String pidFile) throws IOException {
        if (!Files.exists(file(pidFile))) {
            return Optional.empty();
        }
        String pid = Files.readString(file(pidFile)).strip();
        return pid.matches("[0-9]{1,10}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    /** Sends a signal to the process of the pid file. */
    void signal(String pidFile, String signal) throws Exception {
        long pid = process(pidFile)
                .orElseThrow(() -> new IOException("no process in " + pidFile))
                .pid();
        int status = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("kill -" + signal + " " + pid + " ended with " + status);
        }
    }

    private static Optional<Integer> free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return Optional.of(socket.getLocalPort());
        } catch (IOException taken) {
            return Optional.empty();
        }
    }

    private static void createPrivate(Path directory) {
        try {
            boolean posix =
                    directory.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(directory);
            if (posix) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void createPrivateFile(Path file) throws IOException {
        Files.createFile(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
