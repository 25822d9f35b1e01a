package askme.question;

import askme.draft.DraftPlace;
import askme.held.HeldPosts;
import askme.moderation.Newcomers;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.tag.edit.ReservedTags;
import askme.waiting.WaitingPosts;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.Posted;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The page on which a member asks a question. */
@Path(QuestionLinks.ASK)
@Produces(MediaType.TEXT_HTML)
@Blocking
class AskResource {

    private final Questions questions;
    private final CurrentMember current;
    private final FormValidator check;
    private final PostLengths lengths;
    private final Newcomers newcomers;
    private final ReservedTags reserved;
    private final WaitingPosts waiting;
    private final HeldPosts held;
    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);

    AskResource(
            Questions questions,
            CurrentMember current,
            FormValidator check,
            PostLengths lengths,
            Newcomers newcomers,
            ReservedTags reserved,
            WaitingPosts waiting,
            HeldPosts held) {
        this.held = held;
        this.questions = questions;
        this.current = current;
        this.check = check;
        this.lengths = lengths;
        this.newcomers = newcomers;
        this.reserved = reserved;
        this.waiting = waiting;
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
        var author = current.required();
        FormErrors errors = check.of(form);
        lengths.checkQuestion(form, null, errors);
        newcomers.checkPost(current.rights(), form.text(), errors);
        reserved.check(form.tagNames(), List.of(), current.rights(), errors);
        if (errors.any()) {
            return PageResponses.unprocessable(QuestionViews.ask(form, errors));
        }
        if (current.mustConfirm()) {
            return waiting.keep(author.id(), DraftPlace.ASK, form.fields())
                    .map(reason -> PageResponses.unprocessable(QuestionViews.ask(form, errors.add("text", reason))))
                    .orElseGet(waiting::redirect);
        }
        held.check(HeldPosts.Typed.question(form.content()), current.rights(), () -> {});
        Posted<Question> asked = questions.ask(form, author);
        return Flash.redirect(
                QuestionLinks.question(asked.post().id),
                asked.repeated()
                        ? messages.get().asked_before()
                        : messages.get().added());
    }
}
