package askme.export;

import askme.picture.storage.PictureStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Pictures in a folder of the test. */
record FolderPictures(Path folder) implements PictureStorage {

    @Override
    public void save(String name, byte[] picture) {
        try {
            Files.write(folder.resolve(name), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Path> find(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }

    @Override
    public void remove(String name) {
        throw new UnsupportedOperationException("an export removes nothing");
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public String kind() {
        return "test";
    }
}
