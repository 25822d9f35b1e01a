package askme.comment;

import askme.question.Question;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.waiting.WaitingPosts;
import askme.web.Languages;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.http.ProblemException;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.Sent;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** All comments of a post, and the form for a new one. It works without the page of the question, and without JavaScript. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ThreadResource {

    private final CommentActs acts;
    private final CommentQueries queries;
    private final CommentPlaces places;
    private final CurrentMember current;
    private final WaitingPosts waiting;
    private final HttpServerRequest request;
    private final LocalizedMessages<CommentMessages> messages = LocalizedMessages.of(CommentMessages.class);

    ThreadResource(
            CommentActs acts,
            CommentQueries queries,
            CommentPlaces places,
            CurrentMember current,
            WaitingPosts waiting,
            HttpServerRequest request) {
        this.acts = acts;
        this.queries = queries;
        this.places = places;
        this.current = current;
        this.waiting = waiting;
        this.request = request;
    }

    /**
     * The reply to the form on the page of the question.
     *
     * @param id 0 if the comment waits until its author confirms the address
     * @param html the new comment as the page shows it to its author
     */
    public record Added(long id, String html) {}

    @GET
    @Path(CommentLinks.OF_QUESTION)
    public TemplateInstance ofQuestion(@RestPath long id, @RestQuery String after) {
        return list(CommentedPost.question(id), after, CommentForm.EMPTY, FormErrors.none());
    }

    @GET
    @Path(CommentLinks.OF_ANSWER)
    public TemplateInstance ofAnswer(@RestPath long id, @RestQuery String after) {
        return list(acts.answer(id), after, CommentForm.EMPTY, FormErrors.none());
    }

    @POST
    @BeforeConfirmation
    @Path(CommentLinks.OF_QUESTION)
    @RateLimited("comment")
    public Response onQuestion(@RestPath long id, @BeanParam CommentForm form) {
        return post(CommentedPost.question(id), form);
    }

    @POST
    @BeforeConfirmation
    @Path(CommentLinks.OF_ANSWER)
    @RateLimited("comment")
    public Response onAnswer(@RestPath long id, @BeanParam CommentForm form) {
        return post(acts.answer(id), form);
    }

    @POST
    @BeforeConfirmation
    @Path(CommentLinks.OF_QUESTION)
    @RateLimited("comment")
    @Produces(MediaType.APPLICATION_JSON)
    public Added onQuestionByScript(@RestPath long id, @BeanParam CommentForm form) {
        return postByScript(CommentedPost.question(id), form);
    }

    @POST
    @BeforeConfirmation
    @Path(CommentLinks.OF_ANSWER)
    @RateLimited("comment")
    @Produces(MediaType.APPLICATION_JSON)
    public Added onAnswerByScript(@RestPath long id, @BeanParam CommentForm form) {
        return postByScript(acts.answer(id), form);
    }

    private Added postByScript(CommentedPost post, CommentForm form) {
        Sent<Long> sent = acts.post(post, form);
        if (sent instanceof Sent.Refused<Long> refused) {
            throw new ProblemException(422, "bad-comment", refused.errors().of("text"));
        }
        if (sent instanceof Sent.Added<Long> added) {
            CommentCard card = queries.one(added.post()).orElseThrow(NotFoundException::new);
            return new Added(
                    added.post(),
                    CommentViews.item(card).setLocale(Languages.of(request)).render());
        }
        return new Added(
                0, CommentViews.waiting().setLocale(Languages.of(request)).render());
    }

    private Response post(CommentedPost post, CommentForm form) {
        Sent<Long> sent = acts.post(post, form);
        if (sent instanceof Sent.Refused<Long> refused) {
            return PageResponses.unprocessable(list(post, null, form, refused.errors()));
        }
        if (sent instanceof Sent.Added<Long> added) {
            return Flash.redirect(places.of(added.post()), messages.get().posted());
        }
        return waiting.redirect();
    }

    private TemplateInstance list(CommentedPost post, String after, CommentForm form, FormErrors errors) {
        Question question = Question.require(post.questionId());
        List<CommentCard> page = queries.page(post, number(after), current.idOrZero());
        long last = page.size() < CommentQueries.PAGE_SIZE
                ? 0
                : page.get(page.size() - 1).id();
        return CommentViews.list(
                post, question.title, page, last, current.rights().mayComment(question.authorId), form, errors);
    }

    /** 0 if {@code text} is no number: the list then begins with the first comment. */
    static long number(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
