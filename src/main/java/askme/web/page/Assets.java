package askme.web.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** Addresses of the bundled styles and scripts: {@code {asset:url('app.css')}}. Their names hold a hash of the content. */
@TemplateExtension(namespace = "asset")
final class Assets {

    private static final Properties MANIFEST = read();

    private Assets() {}

    /** The address of {@code name} ("app.js", "app.css"); a name that was not bundled is an error of ours. */
    static String url(String name) {
        String url = manifest().getProperty(name);
        if (url == null) {
            throw new IllegalArgumentException("not bundled by src/main/web/build.mjs: " + name);
        }
        return url;
    }

    /** The modules that {@code name} needs at once, to be fetched beside it instead of after it. */
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
