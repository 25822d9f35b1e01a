package askme.closing;

import askme.answer.Answer;
import askme.answer.AnswerConversion;
import askme.answer.AnswerLinks;
import askme.comment.CommentForm;
import askme.comment.CommentLinks;
import askme.comment.CommentedPost;
import askme.member.MemberRef;
import askme.question.Question;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestPath;

/** Makes a comment of an answer, on the question or on another of its answers. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ConversionResource {

    /** A number, the link of an answer, or the address of the question's page with its anchor. */
    private static final Pattern ANSWER = Pattern.compile("(?:\\S*(?:/answer/|#answer-))?(\\d{1,18})/?");

    private static final String QUESTION_OF = "SELECT question_id FROM answer WHERE id = :id AND hidden = 0";

    private final AnswerConversion conversion;
    private final CurrentMember current;
    private final FormValidator check;
    private final Session hibernate;
    private final LocalizedMessages<ClosingMessages> messages = LocalizedMessages.of(ClosingMessages.class);

    ConversionResource(AnswerConversion conversion, CurrentMember current, FormValidator check, Session hibernate) {
        this.conversion = conversion;
        this.current = current;
        this.check = check;
        this.hibernate = hibernate;
    }

    /**
     * The page that asks on which post an answer becomes a comment.
     *
     * @param title of the question
     * @param back the address of the answer
     * @param text of the comment
     * @param comments of the answer, which move too
     */
    @TemplateData
    record ConvertPage(long answer, String title, String back, String text, int rating, int comments) {}

    @GET
    @Path(ClosingLinks.TO_COMMENT)
    public TemplateInstance ask(@RestPath long id) {
        moderator();
        return page(Answer.require(id), ConvertForm.EMPTY, FormErrors.none());
    }

    @POST
    @Path(ClosingLinks.TO_COMMENT)
    @RateLimited("edit")
    public Response convert(@RestPath long id, @BeanParam ConvertForm form) {
        MemberRef member = moderator();
        Answer answer = Answer.require(id);
        FormErrors errors = FormErrors.none();
        CommentedPost to = to(answer, form, errors);
        CommentForm comment = new CommentForm(answer.body);
        String wrong = check.of(comment).of("text");
        if (wrong != null) {
            errors.add("on", messages.get().not_convertible(wrong));
        }
        if (errors.any()) {
            return PageResponses.unprocessable(page(answer, form, errors));
        }
        long made = conversion.convert(id, to, answer.body, comment.text(), member, current.rights());
        return Flash.redirect(CommentLinks.comment(made), messages.get().converted());
    }

    private MemberRef moderator() {
        MemberRef member = current.required();
        Rights.require(current.rights().mayConvert());
        return member;
    }

    /** The post of the comment; an error beside the field if it is no other answer of the question. */
    private CommentedPost to(Answer answer, ConvertForm form, FormErrors errors) {
        if (form.on().isEmpty()) {
            return CommentedPost.question(answer.questionId);
        }
        Matcher typed = ANSWER.matcher(form.on());
        Optional<Long> question = typed.matches() ? questionOf(Long.parseLong(typed.group(1))) : Optional.empty();
        if (question.filter(id -> id == answer.questionId).isEmpty()
                || typed.group(1).equals(answer.id.toString())) {
            errors.add("on", messages.get().on_unknown());
            return null;
        }
        return CommentedPost.answer(answer.questionId, Long.parseLong(typed.group(1)));
    }

    private Optional<Long> questionOf(long answer) {
        return hibernate
                .createNativeQuery(QUESTION_OF, Long.class)
                .addScalar("question_id", Long.class)
                .setParameter("id", answer)
                .uniqueResultOptional();
    }

    private TemplateInstance page(Answer answer, ConvertForm form, FormErrors errors) {
        String text = new CommentForm(answer.body).text();
        String title = Question.require(answer.questionId).title;
        return ClosingViews.convert(
                new ConvertPage(
                        answer.id, title, AnswerLinks.answer(answer.id), text, answer.rating, answer.commentCount),
                form,
                errors);
    }
}
