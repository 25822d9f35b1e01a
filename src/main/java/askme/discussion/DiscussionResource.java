package askme.discussion;

import askme.answer.Answer;
import askme.answer.AnswerActs;
import askme.answer.AnswerCard;
import askme.answer.AnswerDeletion;
import askme.answer.AnswerForm;
import askme.answer.AnswerLinks;
import askme.answer.AnswerMessages;
import askme.answer.AnswerOrder;
import askme.answer.AnswerQueries;
import askme.closing.ClosingState;
import askme.comment.CommentQueries;
import askme.comment.CommentThread;
import askme.comment.CommentedPost;
import askme.deletion.Deletion;
import askme.deletion.Deletions;
import askme.held.HeldAtQuestion;
import askme.held.HeldAtQuestions;
import askme.member.MemberRef;
import askme.notification.UnreadNumber;
import askme.question.Question;
import askme.question.QuestionLinks;
import askme.realtime.RealtimeConfig;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.suggestion.WaitingEdits;
import askme.waiting.WaitingPosts;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.PageVersion;
import askme.web.page.Paginator;
import askme.web.page.Sent;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The page of one question: the question, its answers and the form for a new answer. It posts an answer too, because a rejected
 * form shows this page again. This package owns no table.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class DiscussionResource {

    private final DiscussionQueries queries;
    private final AnswerQueries answerQueries;
    private final CommentQueries comments;
    private final AnswerActs acts;
    private final AnswerDeletion deletedAnswers;
    private final Deletions deletions;
    private final CurrentMember current;
    private final UnreadNumber unread;
    private final WaitingPosts waiting;
    private final LocalizedMessages<AnswerMessages> messages = LocalizedMessages.of(AnswerMessages.class);
    private final RealtimeConfig realtime;
    private final StructuredData structuredData;
    private final LargePages largePages;
    private final HeldAtQuestions held;
    private final RoutingContext routing;

    DiscussionResource(
            DiscussionQueries queries,
            AnswerQueries answerQueries,
            CommentQueries comments,
            AnswerActs acts,
            AnswerDeletion deletedAnswers,
            Deletions deletions,
            CurrentMember current,
            UnreadNumber unread,
            WaitingPosts waiting,
            RealtimeConfig realtime,
            StructuredData structuredData,
            LargePages largePages,
            HeldAtQuestions held,
            RoutingContext routing) {
        this.queries = queries;
        this.answerQueries = answerQueries;
        this.comments = comments;
        this.acts = acts;
        this.deletedAnswers = deletedAnswers;
        this.deletions = deletions;
        this.current = current;
        this.unread = unread;
        this.waiting = waiting;
        this.realtime = realtime;
        this.structuredData = structuredData;
        this.largePages = largePages;
        this.held = held;
        this.routing = routing;
    }

    @CheckedTemplate(basePath = "discussion")
    static class Views {
        static native TemplateInstance show(DiscussionPage page);

        static native TemplateInstance deleted(DeletedPage page);

        static native TemplateInstance rendered(RawString html);
    }

    /** A deleted question, as its author and moderators see it. */
    @TemplateData
    record DeletedPage(Question question, MemberRef author, Deletion deletion) {}

    @GET
    @Path(QuestionLinks.QUESTION)
    public TemplateInstance show(
            @RestPath long id, @RestQuery String page, @RestQuery String sort, RoutingContext routing) {
        DiscussionQueries.Head head = queries.find(
                        id, current.idOrZero(), current.rights().moderates())
                .orElseThrow(NotFoundException::new);
        if (head.question().hidden) {
            return deleted(head);
        }
        requireUnmerged(head);
        PageVersion.declare(routing, id, head.version(), head.siteVersion());
        return view(page(head, AnswerOrder.of(sort), page, AnswerForm.EMPTY, FormErrors.none()));
    }

    /** Guests, and so search engines, find the answers of a merged question in the other one. Members see what was merged. */
    private void requireUnmerged(DiscussionQueries.Head head) {
        ClosingState.Closure closure = head.closing().closure();
        if (closure != null && closure.merged() && closure.of() != 0 && current.idOrZero() == 0) {
            throw new QuestionMerged(closure.of());
        }
    }

    private TemplateInstance deleted(DiscussionQueries.Head head) {
        Question question = head.question();
        current.rights().requireSeeDeleted(question.authorId);
        Deletion deletion = deletions.find(question.id, Deletions.QUESTION).orElseThrow(NotFoundException::new);
        return Views.deleted(new DeletedPage(question, head.author(), deletion));
    }

    @POST
    @BeforeConfirmation
    @Path(AnswerLinks.ANSWERS)
    @RateLimited("answer")
    public Response answer(@RestPath long id, @BeanParam AnswerForm form) {
        Sent<Answer> sent = acts.post(id, form);
        if (sent instanceof Sent.Refused<Answer> refused) {
            return refused(id, form, refused.errors());
        }
        if (sent instanceof Sent.Added<Answer> added) {
            Answer answer = added.post();
            return Flash.redirect(
                    AnswerLinks.onPage(id, answerQueries.pageOf(answer), answer.id),
                    added.repeated()
                            ? messages.get().answered_before()
                            : messages.get().added());
        }
        return waiting.redirect();
    }

    private Response refused(long id, AnswerForm form, FormErrors errors) {
        DiscussionQueries.Head head =
                queries.head(id, current.idOrZero(), current.rights().moderates());
        return PageResponses.unprocessable(view(page(head, AnswerOrder.BEST, null, form, errors)));
    }

    private TemplateInstance view(DiscussionPage page) {
        TemplateInstance view = Views.show(page);
        return largePages.isLarge(page) ? Views.rendered(largePages.render(view)) : view;
    }

    /** The page with this number, with {@code form} below the answers. */
    DiscussionPage page(
            DiscussionQueries.Head head, AnswerOrder order, String number, AnswerForm form, FormErrors errors) {
        long id = head.question().id;
        long reader = current.idOrZero();
        unread.know(head.unread());
        Paginator pages = Paginator.of(number, head.question().answerCount, AnswerQueries.PAGE_SIZE, order.path(id));
        List<AnswerCard> cards = answerQueries.page(id, order, pages.page(), head.question().answerCount, reader);
        Map<CommentedPost, CommentThread> threads = comments.shown(counts(head.question(), cards), reader);
        return new DiscussionPage(
                head.question(),
                head.author(),
                head.editor(),
                head.views(),
                head.myVote(),
                head.state(),
                head.closing(),
                cards,
                reader != 0 && head.hasDeleted() ? deletedAnswers.visibleTo(reader, current.rights(), id) : List.of(),
                heldPosts(head, reader),
                order,
                threads,
                WaitingEdits.of(head.suggestions(), id, reader, current.rights()),
                pages,
                reader != 0 && reader == head.author().id(),
                head.lastAnswerId(),
                head.lastCommentId(),
                head.asOf(),
                realtime.url(),
                // Search engines read as guests; for members the page stays smaller. A QAPage takes answers.
                reader == 0 && !head.question().closedNow() && pages.page() == 1 && order == AnswerOrder.BEST
                        ? structuredData.of(head.question(), head.author(), cards, threads)
                        : null,
                head.related(),
                head.linked(),
                form,
                errors);
    }

    /** A page with posts that wait is not kept, also not by the reader's browser. */
    private List<HeldAtQuestion> heldPosts(DiscussionQueries.Head head, long reader) {
        if (!head.hasHeld()) {
            return List.of();
        }
        routing.response().putHeader("Cache-Control", "no-store");
        return held.visible(head.question().id, reader, current.rights().moderates());
    }

    private static Map<CommentedPost, Integer> counts(Question question, List<AnswerCard> answers) {
        Map<CommentedPost, Integer> counts = new LinkedHashMap<>();
        counts.put(CommentedPost.question(question.id), question.commentCount);
        answers.forEach(answer -> counts.put(answer.post(), answer.commentCount()));
        return counts;
    }
}
