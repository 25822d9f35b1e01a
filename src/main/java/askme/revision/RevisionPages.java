package askme.revision;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the page of a post's revisions, for the packages of questions and answers. */
@ApplicationScoped
public class RevisionPages {

    private final RevisionQueries queries;

    RevisionPages(RevisionQueries queries) {
        this.queries = queries;
    }

    /** @param before the number before which the page begins, see {@link RevisionsPage#before(String)} */
    public TemplateInstance page(
            RevisionKind kind, long id, RevisionsPage.Post post, RevisionsPage.View view, String before) {
        return RevisionViews.list(RevisionsPage.of(post, view, queries.page(kind, id, RevisionsPage.before(before))));
    }
}
