package askme.memberpage;

import askme.account.Suspensions;
import askme.answer.AnswerQueries;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.Nickname;
import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import askme.session.CurrentMember;
import askme.web.LocalPath;
import askme.web.page.Paginator;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The public page of a member, with the questions or the answers. This package has no table. */
@Path(MemberLinks.MEMBER)
@Produces(MediaType.TEXT_HTML)
@Blocking
class MemberPageResource {

    private final QuestionQueries questions;
    private final AnswerQueries answers;
    private final CurrentMember current;
    private final Suspensions suspensions;

    MemberPageResource(
            QuestionQueries questions, AnswerQueries answers, CurrentMember current, Suspensions suspensions) {
        this.questions = questions;
        this.answers = answers;
        this.current = current;
        this.suspensions = suspensions;
    }

    @CheckedTemplate(basePath = "memberpage")
    static class Views {
        static native TemplateInstance questions(
                Member person, List<QuestionCard> questions, Paginator pages, boolean maySuspend);

        static native TemplateInstance answers(
                Member person, List<AnswerQueries.ListedAnswer> answers, Paginator pages, boolean maySuspend);
    }

    @GET
    public Object show(
            @RestPath String nickname,
            @RestQuery String tab,
            @RestQuery String page,
            @Context HttpServerRequest request) {
        String name = Nickname.Check.clean(nickname);
        Member person =
                Member.byNickname(name).or(() -> Member.byFormerNickname(name)).orElseThrow(NotFoundException::new);
        if (!person.nickname.equals(nickname)) {
            String path = LocalPath.withQuery(MemberLinks.member(person.nickname), request.query());
            return Response.seeOther(URI.create(path)).build();
        }
        return "answers".equals(tab) ? answers(person, page) : questions(person, page);
    }

    private TemplateInstance questions(Member person, String page) {
        Paginator pages = Paginator.of(
                page, person.questionCount, QuestionQueries.PAGE_SIZE, MemberLinks.member(person.nickname));
        return Views.questions(
                person, questions.ofMember(person.id, pages.page(), current.idOrZero()), pages, maySuspend(person));
    }

    private TemplateInstance answers(Member person, String page) {
        Paginator pages = Paginator.of(
                page, person.answerCount, AnswerQueries.PAGE_SIZE, MemberLinks.memberAnswers(person.nickname));
        return Views.answers(
                person, answers.ofMember(person.id, pages.page(), AnswerQueries.PAGE_SIZE), pages, maySuspend(person));
    }

    private boolean maySuspend(Member person) {
        return current.rights().maySuspend() && suspensions.possible(person);
    }
}
