package askme.follow;

import askme.web.page.KeyPaginator;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The lists of what a member follows and has saved. */
@CheckedTemplate(basePath = "follow")
final class FollowViews {

    private FollowViews() {}

    /** @param tab {@code questions}, {@code tags} or {@code members} */
    static native TemplateInstance following(String tab, List<FollowedThing> things, KeyPaginator pages);

    static native TemplateInstance saved(SavedPage page);
}
