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
 * In dev mode styles and scripts are bundled again at each change and served from the disk, so that the next load of the
 * page shows the change and nothing restarts. The watching process ends with this one, whose end of the pipe it reads.
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
        // A live reload comes by here again.
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

    /** The folder of compiled classes, or null where they come from a jar. */
    private static Path classes() {
        URL manifest = Thread.currentThread().getContextClassLoader().getResource("web-manifest.properties");
        return manifest == null || !"file".equals(manifest.getProtocol())
                ? null
                : Path.of(URI.create(manifest.toString())).getParent();
    }
}
