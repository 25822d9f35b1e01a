package askme.question;

import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.waiting.WaitingPosts;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.Sent;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

/** The page on which a member asks a question. */
@Path(QuestionLinks.ASK)
@Produces(MediaType.TEXT_HTML)
@Blocking
class AskResource {

    private final QuestionActs acts;
    private final WaitingPosts waiting;
    private final CurrentMember current;
    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);

    AskResource(QuestionActs acts, WaitingPosts waiting, CurrentMember current) {
        this.acts = acts;
        this.waiting = waiting;
        this.current = current;
    }

    @GET
    public TemplateInstance form(@RestQuery String title) {
        current.required();
        return QuestionViews.ask(AskForm.about(title), FormErrors.none());
    }

    @POST
    @BeforeConfirmation
    @RateLimited("ask")
    public Object ask(@BeanParam AskForm form) {
        Sent<Question> sent = acts.ask(form);
        if (sent instanceof Sent.Refused<Question> refused) {
            return PageResponses.unprocessable(QuestionViews.ask(form, refused.errors()));
        }
        if (sent instanceof Sent.Added<Question> added) {
            return Flash.redirect(
                    QuestionLinks.question(added.post().id),
                    added.repeated()
                            ? messages.get().asked_before()
                            : messages.get().added());
        }
        return waiting.redirect();
    }
}
