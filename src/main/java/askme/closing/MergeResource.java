package askme.closing;

import askme.member.MemberRef;
import askme.question.Question;
import askme.question.QuestionLinks;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Merges a duplicate into the other question. A page with the numbers asks first, because it cannot be undone. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class MergeResource {

    private final Merges merges;
    private final ClosingQueries queries;
    private final CurrentMember current;
    private final LocalizedMessages<ClosingMessages> messages = LocalizedMessages.of(ClosingMessages.class);

    MergeResource(Merges merges, ClosingQueries queries, CurrentMember current) {
        this.merges = merges;
        this.queries = queries;
        this.current = current;
    }

    /**
     * The page that asks before answers move to another question.
     *
     * @param into the other question
     * @param comments of the answers
     */
    @TemplateData
    record MergePage(Question question, Question into, int comments, boolean begun) {}

    @GET
    @Path(ClosingLinks.MERGE)
    public TemplateInstance ask(@RestPath long id) {
        moderator();
        Question question = Question.require(id);
        Question into = Question.require(merges.target(id));
        ClosingState.Closure closure = queries.of(question).closure();
        return ClosingViews.merge(
                new MergePage(question, into, merges.comments(id), closure != null && closure.merging()));
    }

    @POST
    @Path(ClosingLinks.MERGE)
    @RateLimited("edit")
    public Response merge(@RestPath long id) {
        MemberRef member = moderator();
        Question.require(id);
        long into = merges.begin(id, member, current.rights());
        return Flash.redirect(QuestionLinks.question(into), messages.get().merge_begun());
    }

    private MemberRef moderator() {
        MemberRef member = current.required();
        Rights.require(current.rights().mayMerge());
        return member;
    }
}
