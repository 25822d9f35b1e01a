package askme.revision;

import askme.member.MemberRef;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.page.EditConflict;
import askme.web.page.Flash;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;

/** Makes the page of a post's revisions and the answer to restoring one, for the packages of questions, answers and tags. */
@ApplicationScoped
public class RevisionPages {

    private final RevisionQueries queries;
    private final CurrentMember current;
    private final LocalizedMessages<RevisionMessages> messages = LocalizedMessages.of(RevisionMessages.class);

    RevisionPages(RevisionQueries queries, CurrentMember current) {
        this.queries = queries;
        this.current = current;
    }

    /** @param before the number before which the page begins, see {@link RevisionsPage#before(String)} */
    public TemplateInstance page(
            RevisionKind kind, long id, RevisionsPage.Post post, RevisionsPage.View view, String before) {
        return RevisionViews.list(RevisionsPage.of(post, view, queries.page(kind, id, RevisionsPage.before(before))));
    }

    /**
     * Lets {@code restore} store revision {@code number} again, and redirects to the post. If somebody else has changed the
     * post since the page was shown, it redirects to the revisions.
     *
     * @param restore stores it in the name of a member
     */
    public Response restored(int number, String post, String revisions, Consumer<MemberRef> restore) {
        MemberRef editor = current.required();
        try {
            restore.accept(editor);
        } catch (EditConflict newer) {
            return Flash.redirect(revisions, messages.get().overtaken());
        }
        return Flash.redirect(post, messages.get().restored(number));
    }
}
