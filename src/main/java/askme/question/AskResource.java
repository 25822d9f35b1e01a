package askme.question;

import askme.member.CurrentMember;
import askme.web.Errors;
import askme.web.Flash;
import askme.web.FormCheck;
import askme.web.Limited;
import askme.web.Page;
import askme.web.Spoken;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Asking a question. */
@Path(QuestionLinks.ASK)
@Blocking
class AskResource {

    private final Questions questions;
    private final CurrentMember current;
    private final FormCheck check;
    private final Spoken<QuestionMessages> messages = Spoken.of(QuestionMessages.class);

    AskResource(Questions questions, CurrentMember current, FormCheck check) {
        this.questions = questions;
        this.current = current;
        this.check = check;
    }

    @GET
    public TemplateInstance form() {
        current.required();
        return QuestionViews.ask(AskForm.EMPTY, Errors.none());
    }

    @POST
    @Limited("ask")
    public Object ask(@BeanParam AskForm form) {
        var author = current.required();
        Errors errors = check.of(form);
        if (errors.any()) {
            return Page.unprocessable(QuestionViews.ask(form, errors));
        }
        return Flash.redirect(
                QuestionLinks.question(questions.ask(form, author)),
                messages.get().added());
    }
}
