package askme.closing;

import askme.answer.Answer;
import askme.answer.AnswerLinks;
import askme.member.MemberRef;
import askme.question.Question;
import askme.question.QuestionLinks;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.Undo;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Locks and unlocks posts. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class LockResource {

    private final Locks locks;
    private final ClosingQueries queries;
    private final CurrentMember current;
    private final FormValidator check;
    private final LocalizedMessages<ClosingMessages> messages = LocalizedMessages.of(ClosingMessages.class);

    LockResource(Locks locks, ClosingQueries queries, CurrentMember current, FormValidator check) {
        this.locks = locks;
        this.queries = queries;
        this.current = current;
        this.check = check;
    }

    @GET
    @Path(ClosingLinks.LOCK)
    public TemplateInstance ofQuestion(@RestPath long id) {
        moderator();
        return ClosingViews.lock(questionPage(id), LockForm.EMPTY, FormErrors.none());
    }

    @GET
    @Path(ClosingLinks.LOCK_ANSWER)
    public TemplateInstance ofAnswer(@RestPath long id) {
        moderator();
        return ClosingViews.lock(answerPage(id), LockForm.EMPTY, FormErrors.none());
    }

    @POST
    @Path(ClosingLinks.LOCK)
    @RateLimited("edit")
    public Response lockQuestion(@RestPath long id, @BeanParam LockForm form) {
        MemberRef member = moderator();
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(ClosingViews.lock(questionPage(id), form, errors));
        }
        locks.lockQuestion(id, form.reason(), member, current.rights());
        return Flash.redirect(
                QuestionLinks.question(id), messages.get().locked_now(), Undo.by(ClosingLinks.unlockQuestion(id)));
    }

    @POST
    @Path(ClosingLinks.UNLOCK)
    @RateLimited("edit")
    public Response unlockQuestion(@RestPath long id) {
        MemberRef member = moderator();
        ClosingState.Lock before = queries.of(Question.require(id)).lock();
        locks.unlockQuestion(id, member, current.rights());
        return unlocked(
                QuestionLinks.question(id), ClosingLinks.lockQuestion(id), before == null ? null : before.reason());
    }

    @POST
    @Path(ClosingLinks.LOCK_ANSWER)
    @RateLimited("edit")
    public Response lockAnswer(@RestPath long id, @BeanParam LockForm form) {
        MemberRef member = moderator();
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(ClosingViews.lock(answerPage(id), form, errors));
        }
        locks.lockAnswer(id, Answer.require(id).questionId, form.reason(), member, current.rights());
        return Flash.redirect(
                AnswerLinks.answer(id), messages.get().locked_now(), Undo.by(ClosingLinks.unlockAnswer(id)));
    }

    @POST
    @Path(ClosingLinks.UNLOCK_ANSWER)
    @RateLimited("edit")
    public Response unlockAnswer(@RestPath long id) {
        MemberRef member = moderator();
        String before = queries.lockOfAnswer(id);
        locks.unlockAnswer(id, Answer.require(id).questionId, member, current.rights());
        return unlocked(AnswerLinks.answer(id), ClosingLinks.lockAnswer(id), before);
    }

    /** The button that takes it back locks the post for the same reason. */
    private Response unlocked(String post, String lock, String reason) {
        String message = messages.get().unlocked();
        return reason == null
                ? Flash.redirect(post, message)
                : Flash.redirect(post, message, Undo.by(lock, "reason", reason));
    }

    private MemberRef moderator() {
        MemberRef member = current.required();
        Rights.require(current.rights().mayLock());
        return member;
    }

    private LockPage questionPage(long id) {
        Question question = Question.require(id);
        ClosingState.Lock lock = queries.of(question).lock();
        return new LockPage(
                question.title,
                false,
                lock == null ? null : lock.reason(),
                QuestionLinks.question(id),
                ClosingLinks.lockQuestion(id),
                ClosingLinks.unlockQuestion(id));
    }

    private LockPage answerPage(long id) {
        Answer answer = Answer.require(id);
        return new LockPage(
                Question.require(answer.questionId).title,
                true,
                queries.lockOfAnswer(id),
                AnswerLinks.answer(id),
                ClosingLinks.lockAnswer(id),
                ClosingLinks.unlockAnswer(id));
    }
}
