package askme.about;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** Which pages about the site exist, for the footer of every page. */
@TemplateExtension(namespace = "about")
final class AboutNamespace {

    private AboutNamespace() {}

    /** The names of the pages that have a text. */
    static List<String> written() {
        return Arc.container().instance(AboutPages.class).get().written();
    }
}
