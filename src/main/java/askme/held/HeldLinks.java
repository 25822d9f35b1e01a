package askme.held;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of held posts. */
@TemplateExtension(namespace = "to", priority = 92)
public final class HeldLinks {

    static final String OWN = "/held";
    static final String ONE = OWN + "/{id}";

    private HeldLinks() {}

    /** The held posts of the reader. */
    static String ownHeldPosts() {
        return OWN + "/";
    }

    public static String heldPost(long id) {
        return LocalPath.with(ONE, id);
    }
}
