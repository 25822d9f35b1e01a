package askme.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cache of unpacked programs, which can be unpacked again in some seconds. */
final class Caches {

    private Caches() {}

    /** The directory {@code askme} in the user's cache directory (XDG base directory specification). */
    static Path directory() throws IOException {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return Files.createDirectories(caches.resolve("askme"));
    }
}
