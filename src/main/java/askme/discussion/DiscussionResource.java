package askme.discussion;

import askme.answer.Answer;
import askme.answer.AnswerCard;
import askme.answer.AnswerForm;
import askme.answer.AnswerLinks;
import askme.answer.AnswerMessages;
import askme.answer.AnswerQueries;
import askme.answer.Answers;
import askme.question.QuestionLinks;
import askme.realtime.RealtimeConfig;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.Paginator;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The page of one question: the question, its answers, the form for another. Owns no table. */
@Path("/")
@Blocking
class DiscussionResource {

    private final DiscussionQueries threads;
    private final AnswerQueries feed;
    private final Answers answers;
    private final CurrentMember current;
    private final FormValidator check;
    private final LocalizedMessages<AnswerMessages> messages = LocalizedMessages.of(AnswerMessages.class);
    private final RealtimeConfig live;
    private final StructuredData structured;

    DiscussionResource(
            DiscussionQueries threads,
            AnswerQueries feed,
            Answers answers,
            CurrentMember current,
            FormValidator check,
            RealtimeConfig live,
            StructuredData structured) {
        this.threads = threads;
        this.feed = feed;
        this.answers = answers;
        this.current = current;
        this.check = check;
        this.live = live;
        this.structured = structured;
    }

    @CheckedTemplate(basePath = "discussion")
    static class Views {
        static native TemplateInstance show(DiscussionPage page);
    }

    @GET
    @Path(QuestionLinks.QUESTION)
    public TemplateInstance show(@RestPath long id, @RestQuery String page) {
        return Views.show(page(id, page, AnswerForm.EMPTY, FormErrors.none()));
    }

    @POST
    @Path(AnswerLinks.ANSWERS)
    @RateLimited("answer")
    public Response answer(@RestPath long id, @BeanParam AnswerForm form) {
        var author = current.required();
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(Views.show(page(id, null, form, errors)));
        }
        Answer posted = answers.post(id, form, author);
        return Flash.redirect(
                AnswerLinks.onPage(id, feed.pageOf(posted), posted.id),
                messages.get().added());
    }

    DiscussionPage page(long id, String number, AnswerForm form, FormErrors errors) {
        long reader = current.idOrZero();
        DiscussionQueries.Head head = threads.head(id, reader);
        Paginator pages =
                Paginator.of(number, head.question().answerCount, AnswerQueries.PAGE_SIZE, QuestionLinks.question(id));
        List<AnswerCard> cards = feed.page(id, pages.page(), head.question().answerCount, reader);
        return new DiscussionPage(
                head.question(),
                head.author(),
                head.myVote(),
                cards,
                pages,
                reader != 0 && reader == head.author().id(),
                head.lastAnswerId(),
                head.asOf(),
                live.url(),
                // Search engines read as guests; members are spared its weight.
                reader == 0 && pages.page() == 1 ? structured.of(head.question(), head.author(), cards) : null,
                form,
                errors);
    }
}
