package askme.moderation;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of moderation. */
@TemplateExtension(namespace = "to", priority = 35)
public final class ModerationLinks {

    public static final String LOG = "/moderation/log";

    private ModerationLinks() {}

    public static String moderationLog() {
        return LOG + "/";
    }

    /** The page of the log that begins with this entry. */
    public static String logEntry(long id) {
        return LocalPath.with(LOG + "/?before={key}", id + 1) + "#entry-" + id;
    }
}
