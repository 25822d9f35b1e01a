package askme.setup;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The address of the first run. */
@TemplateExtension(namespace = "to", priority = 42)
final class SetupLinks {

    static final String SETUP = "/setup/{token}";

    private SetupLinks() {}

    static String setup(String token) {
        return LocalPath.with(SETUP, token);
    }
}
