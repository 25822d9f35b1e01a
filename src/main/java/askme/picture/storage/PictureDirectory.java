package askme.picture.storage;

import askme.resilience.OutageLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Pictures in files of one directory, outside of the web root. Several web processes need a shared volume. */
final class PictureDirectory implements PictureStorage {

    private final Path folder;
    private final OutageLog use;
    private volatile boolean available = true;

    PictureDirectory(Path folder, OutageLog use) {
        this.folder = folder.toAbsolutePath().normalize();
        this.use = use;
    }

    @Override
    public void save(String name, byte[] picture) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "upload", ".part");
            try {
                Files.write(part, picture);
                Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            worked();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public Optional<Path> find(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
            worked();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public String kind() {
        return "directory";
    }

    private void worked() {
        available = true;
        use.ends();
    }

    private StorageUnavailable failed(IOException e) {
        available = false;
        use.begins(e);
        return new StorageUnavailable(e.toString(), e);
    }
}
