package askme.comment;

import askme.draft.DraftPlace;
import askme.held.HeldPosts;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.moderation.Newcomers;
import askme.question.Question;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.waiting.WaitingPosts;
import askme.web.Languages;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.http.ProblemException;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
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
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** All comments of a post, and the form for a new one. It works without the page of the question, and without JavaScript. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ThreadResource {

    private static final String QUESTION_OF_ANSWER = "SELECT question_id FROM answer WHERE id = :id AND hidden = 0";

    private final Comments comments;
    private final CommentQueries queries;
    private final CommentPlaces places;
    private final CurrentMember current;
    private final FormValidator check;
    private final Newcomers newcomers;
    private final WaitingPosts waiting;
    private final HeldPosts held;
    private final Session hibernate;
    private final HttpServerRequest request;
    private final LocalizedMessages<CommentMessages> messages = LocalizedMessages.of(CommentMessages.class);

    ThreadResource(
            Comments comments,
            CommentQueries queries,
            CommentPlaces places,
            CurrentMember current,
            FormValidator check,
            Newcomers newcomers,
            WaitingPosts waiting,
            HeldPosts held,
            Session hibernate,
            HttpServerRequest request) {
        this.comments = comments;
        this.queries = queries;
        this.places = places;
        this.current = current;
        this.check = check;
        this.newcomers = newcomers;
        this.waiting = waiting;
        this.held = held;
        this.hibernate = hibernate;
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
        return list(answer(id), after, CommentForm.EMPTY, FormErrors.none());
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
        return post(answer(id), form);
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
        return postByScript(answer(id), form);
    }

    private Added postByScript(CommentedPost post, CommentForm form) {
        MemberRef author = current.required();
        FormErrors errors = checked(post, form);
        if (errors.any()) {
            throw new ProblemException(422, "bad-comment", errors.of("text"));
        }
        if (current.mustConfirm()) {
            keep(post, form, author).ifPresent(reason -> {
                throw new ProblemException(422, "bad-comment", reason);
            });
            return new Added(
                    0, CommentViews.waiting().setLocale(Languages.of(request)).render());
        }
        hold(post, form);
        long id = comments.post(post, form, author);
        CommentCard card = queries.one(id).orElseThrow(NotFoundException::new);
        return new Added(
                id, CommentViews.item(card).setLocale(Languages.of(request)).render());
    }

    private Response post(CommentedPost post, CommentForm form) {
        MemberRef author = current.required();
        FormErrors errors = checked(post, form);
        if (errors.any()) {
            return PageResponses.unprocessable(list(post, null, form, errors));
        }
        if (current.mustConfirm()) {
            return keep(post, form, author)
                    .map(reason -> PageResponses.unprocessable(list(post, null, form, errors.add("text", reason))))
                    .orElseGet(waiting::redirect);
        }
        hold(post, form);
        long id = comments.post(post, form, author);
        return Flash.redirect(places.of(id), messages.get().posted());
    }

    private Optional<String> keep(CommentedPost post, CommentForm form, MemberRef author) {
        DraftPlace place = DraftPlace.commentOn(post.questionId(), post.answerId());
        return waiting.keep(author.id(), place, Map.of("text", form.text()));
    }

    private void hold(CommentedPost post, CommentForm form) {
        held.check(
                HeldPosts.Typed.comment(post.questionId(), post.answerId(), form.text()),
                current.rights(),
                () -> comments.requirePossible(post));
    }

    private FormErrors checked(CommentedPost post, CommentForm form) {
        Rights rights = current.rights();
        if (!rights.mayCommentAll() && !rights.mayComment(Question.require(post.questionId()).authorId)) {
            rights.require(Privilege.COMMENT);
        }
        FormErrors errors = check.of(form);
        newcomers.checkComment(rights, form.text(), errors);
        return errors;
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

    private CommentedPost answer(long id) {
        return hibernate
                .createNativeQuery(QUESTION_OF_ANSWER, Long.class)
                .addScalar("question_id", Long.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(question -> CommentedPost.answer(question, id))
                .orElseThrow(NotFoundException::new);
    }

    /** 0 if {@code text} is no number: the list then begins with the first comment. */
    static long number(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
