package askme.picture.storage;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Copies of pictures on the local disk: those that readers requested last, up to a number of bytes. */
final class LocalCopies {

    private static final String PART = ".part";
    private static final Duration LONGEST_DOWNLOAD = Duration.ofHours(1);

    private final Path folder;
    private final long mostBytes;

    /** The sizes of the copies by name, the one used longest ago first. */
    private final LinkedHashMap<String, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    LocalCopies(Path folder, long mostBytes) {
        this.folder = folder.toAbsolutePath().normalize();
        this.mostBytes = mostBytes;
    }

    /** The copy of the picture; empty if it does not exist. */
    Optional<Path> find(String name) {
        boolean known;
        synchronized (this) {
            known = sizes.get(name) != null;
        }
        return Optional.of(folder.resolve(name)).filter(file -> known && Files.isRegularFile(file));
    }

    /** Never drops the copy that was added last: its reader has not opened it yet. */
    private synchronized void remember(String name, long size) {
        Long before = sizes.put(name, size);
        bytes += size - (before == null ? 0 : before);
        Iterator<Map.Entry<String, Long>> oldest = sizes.entrySet().iterator();
        while (bytes > mostBytes && sizes.size() > 1) {
            Map.Entry<String, Long> copy = oldest.next();
            oldest.remove();
            bytes -= copy.getValue();
            delete(folder.resolve(copy.getKey()));
        }
    }

    private synchronized void forget(String name) {
        Long size = sizes.remove(name);
        bytes -= size == null ? 0 : size;
    }

    /** Makes a copy. {@code download} writes it to a file that does not exist yet. */
    Path add(String name, Consumer<Path> download) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(name + "." + RandomName.next() + PART);
        Path file = folder.resolve(name);
        try {
            download.accept(part);
            long size = Files.size(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            remember(name, size);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    void remove(String name) {
        forget(name);
        delete(folder.resolve(name));
    }

    /** Takes over the copies of an earlier process, or of another one that uses the same directory. */
    void adopt(Instant now) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.endsWith(PART)) {
                    remember(name, Files.size(file));
                } else if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LONGEST_DOWNLOAD))) {
                    delete(file);
                }
            }
        } catch (NoSuchFileException e) {
            // The first start, or another process has just deleted a copy. The others are found again when they are
            // needed.
        } catch (IOException e) {
            Log.warnf("copies of pictures cannot be listed: %s", e.toString());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Log.warnf("copy of a picture cannot be deleted: %s", e.toString());
        }
    }
}
