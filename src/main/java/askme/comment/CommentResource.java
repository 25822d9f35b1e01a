package askme.comment;

import askme.moderation.DeleteForm;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.vote.VoteForm;
import askme.vote.VoteState;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.Undo;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Finds, edits and deletes a comment, and marks it as helpful. {@link ThreadResource} lists and posts comments. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class CommentResource {

    private final CommentActs acts;
    private final CommentDeletion deletion;
    private final CommentPlaces places;
    private final CurrentMember current;
    private final Audit audit;
    private final LocalizedMessages<CommentMessages> messages = LocalizedMessages.of(CommentMessages.class);

    CommentResource(
            CommentActs acts, CommentDeletion deletion, CommentPlaces places, CurrentMember current, Audit audit) {
        this.deletion = deletion;
        this.acts = acts;
        this.places = places;
        this.current = current;
        this.audit = audit;
    }

    /** Redirects to the page that shows the comment now. */
    @GET
    @Path(CommentLinks.COMMENT)
    public Response find(@RestPath long id) {
        return Response.seeOther(URI.create(places.of(id)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(CommentLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public VoteState vote(@RestPath long id, VoteForm form) {
        return acts.vote(id, VoteForm.ofJson(form));
    }

    @POST
    @Path(CommentLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response voteByForm(@RestPath long id, @RestForm String value) {
        acts.vote(id, VoteForm.ofField(value));
        return Response.seeOther(URI.create(places.of(id))).build();
    }

    @GET
    @Path(CommentLinks.EDIT)
    public TemplateInstance editForm(@RestPath long id) {
        Comment comment = Comment.require(id);
        current.required();
        Rights.require(current.rights().mayChangeComment(comment.authorId));
        return CommentViews.edit(id, comment.questionId, new CommentForm(comment.body), FormErrors.none());
    }

    @POST
    @Path(CommentLinks.EDIT)
    @RateLimited("edit")
    public Response edit(@RestPath long id, @BeanParam CommentForm form) {
        current.required();
        FormErrors errors = acts.check(form);
        if (errors.any()) {
            long question = Comment.require(id).questionId;
            return PageResponses.unprocessable(CommentViews.edit(id, question, form, errors));
        }
        acts.edit(id, form, "");
        return Flash.redirect(places.of(id), messages.get().changed());
    }

    @POST
    @Path(CommentLinks.DELETE)
    @RateLimited("edit")
    public Response delete(@RestPath long id, @BeanParam DeleteForm form) {
        CommentedPost post = acts.delete(id, form);
        return Flash.redirect(places.of(post), messages.get().deleted(), Undo.by(CommentLinks.undeleteComment(id)));
    }

    @POST
    @Path(CommentLinks.UNDELETE)
    @RateLimited("edit")
    public Response undelete(@RestPath long id) {
        var editor = current.required();
        deletion.undelete(id, current.rights());
        audit.event("comment-undeleted", editor.id());
        return Flash.redirect(places.of(id), messages.get().undeleted());
    }
}
