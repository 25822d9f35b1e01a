package askme.badge;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of the pages of badges. */
@TemplateExtension(namespace = "to", priority = 47)
public final class BadgeLinks {

    static final String BADGES = "/badges";
    static final String BADGE = BADGES + "/{badge}";

    private BadgeLinks() {}

    static String badges() {
        return BADGES + "/";
    }

    static String badge(Badge badge) {
        return LocalPath.with(BADGE, badge.stored()) + "/";
    }
}
