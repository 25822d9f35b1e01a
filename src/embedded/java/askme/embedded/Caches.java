package askme.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be made again at the price of some seconds: unpacked programs. */
final class Caches {

    private Caches() {}

    /** The user's cache directory by the XDG base directory specification, with our name. */
    static Path directory() throws IOException {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return Files.createDirectories(caches.resolve("askme"));
    }
}
