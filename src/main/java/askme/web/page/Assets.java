package askme.web.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** Addresses of the bundled styles and scripts: {@code {asset:url('app.css')}}. File names contain a hash of the content. */
@TemplateExtension(namespace = "asset")
final class Assets {

    private static final Properties MANIFEST = read();

    private Assets() {}

    /**
     * The address of {@code name} ("app.js", "app.css").
     *
     * @throws IllegalArgumentException if the bundle has no such file
     */
    static String url(String name) {
        String url = manifest().getProperty(name);
        if (url == null) {
            throw new IllegalArgumentException("not bundled by src/main/web/build.mjs: " + name);
        }
        return url;
    }

    /** The addresses of modules that {@code name} imports, so that the browser loads them at the same time. */
    static List<String> imports(String name) {
        String urls = manifest().getProperty(name + ".imports", "");
        return urls.isEmpty() ? List.of() : List.of(urls.split(" "));
    }

    private static Properties manifest() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT ? read() : MANIFEST;
    }

    private static Properties read() {
        Properties manifest = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream("web-manifest.properties")) {
            if (in != null) {
                manifest.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return manifest;
    }
}
