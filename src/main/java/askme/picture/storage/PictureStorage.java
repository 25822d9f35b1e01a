package askme.picture.storage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The pictures that members uploaded, the same for all web processes. The content of a name never changes. Callers pass only
 * names that the site has made.
 */
public interface PictureStorage {

    /** @throws StorageUnavailable if the picture cannot be stored now */
    void save(String name, byte[] picture);

    /**
     * A local file with the picture; empty if no picture has the name.
     *
     * @throws StorageUnavailable if the storage does not answer
     */
    Optional<Path> find(String name);

    /**
     * Deletes the picture if it exists.
     *
     * @throws StorageUnavailable if it cannot be deleted now
     */
    void remove(String name);

    /** Whether the last uses worked. A page without pictures does not need it, so this never makes a process unready. */
    boolean available();

    /** The kind of storage, as the health check names it. */
    String kind();
}
