package askme.outage;

import askme.support.FaultProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a fixed size in memory, which a test can fill. If this user may not mount one, a plain directory. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path directory;
    private final boolean mounted;
    private boolean released;

    private SmallDisk(Path directory, boolean mounted) {
        this.directory = directory;
        this.mounted = mounted;
    }

    static SmallDisk mount(Path directory, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "askme-test", directory.toString());
        SmallDisk disk = new SmallDisk(directory, mounted);
        Runtime.getRuntime().addShutdownHook(new Thread(disk::unmount));
        return disk;
    }

    Path directory() {
        return directory;
    }

    /** Whether it has its own size, so that a test may fill it. */
    boolean canBeFilled() {
        return mounted;
    }

    /** Fills it until the returned object is closed. */
    FaultProxy.Active fill() {
        Path ballast = directory.resolve("ballast");
        try {
            write(ballast, 256 * BLOCK);
            write(directory.resolve("ballast-end"), BLOCK);
            return this::free;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes until the disk has no room for another block of this size. */
    private static void write(Path file, int block) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] zeros = new byte[block]; ; ) {
                out.write(zeros);
            }
        } catch (IOException full) {
            if (Files.size(file) == 0 && block > BLOCK) {
                throw full;
            }
        }
    }

    private void free() {
        try {
            Files.delete(directory.resolve("ballast"));
            Files.deleteIfExists(directory.resolve("ballast-end"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        unmount();
    }

    private synchronized void unmount() {
        if (!mounted || released) {
            return;
        }
        released = true;
        try {
            run("umount", "-l", directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
