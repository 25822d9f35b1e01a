package askme.revision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of a post's revisions. */
@CheckedTemplate(basePath = "revision")
final class RevisionViews {

    private RevisionViews() {}

    static native TemplateInstance list(RevisionsPage page);
}
