package askme.embedded;

import askme.web.FilterOrder;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In dev mode, bundles styles and scripts again after each change and serves them from the disk. So the next load of a page
 * shows the change, and nothing restarts. The watching process ends when this process closes its end of the pipe.
 */
@ApplicationScoped
class DevAssets {

    private static final String WATCHED = "embedded.assets";

    void serve(@Observes Router router) throws IOException {
        Path classes = classes();
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT || classes == null) {
            return;
        }
        StaticHandler files = StaticHandler.create(
                FileSystemAccess.ROOT,
                classes.resolve("META-INF/resources/static").toString());
        router.route("/static/*")
                .order(FilterOrder.DEV_ASSETS)
                .handler(files.setCachingEnabled(false).setFilesReadOnly(false));
        Path sources = classes.resolve("../../src/main/web").normalize();
        // A live reload calls this method again.
        if (Files.isDirectory(sources) && System.getProperty(WATCHED) == null) {
            watch(sources, classes);
        }
    }

    private static void watch(Path sources, Path classes) {
        try {
            new ProcessBuilder("node", "build.mjs", classes.toString(), "--watch")
                    .directory(sources.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            System.setProperty(WATCHED, "true");
        } catch (IOException e) {
            Log.warnf("changes of styles and scripts are not watched: %s", e.getMessage());
        }
    }

    /** The directory of compiled classes; null if they are in a jar. */
    private static Path classes() {
        URL manifest = Thread.currentThread().getContextClassLoader().getResource("web-manifest.properties");
        return manifest == null || !"file".equals(manifest.getProtocol())
                ? null
                : Path.of(URI.create(manifest.toString())).getParent();
    }
}
