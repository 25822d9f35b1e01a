package askme.syndication;

import askme.answer.AnswerLinks;
import askme.answer.AnswerQueries;
import askme.markdown.MarkdownCache;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.Nickname;
import askme.question.QuestionQueries;
import askme.web.LocalizedMessages;
import askme.web.page.ListKey;
import askme.web.page.PageContext;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The Atom feeds of a member: the newest questions, and the newest answers. */
@Path(FeedLinks.MEMBER)
@Blocking
class MemberFeedResource {

    private final QuestionQueries questions;
    private final AnswerQueries answers;
    private final QuestionEntries entries;
    private final MarkdownCache markdown;
    private final PageContext context;
    private final LocalizedMessages<SyndicationMessages> messages = LocalizedMessages.of(SyndicationMessages.class);

    MemberFeedResource(
            QuestionQueries questions,
            AnswerQueries answers,
            QuestionEntries entries,
            MarkdownCache markdown,
            PageContext context) {
        this.questions = questions;
        this.answers = answers;
        this.entries = entries;
        this.markdown = markdown;
        this.context = context;
    }

    /** A feed reader keeps an address for years, so a former nickname leads to the same feed. */
    @GET
    @RateLimited("search")
    public Response feed(@RestPath String nickname, @RestQuery String tab) {
        String name = Nickname.Check.clean(nickname);
        Member person =
                Member.byNickname(name).or(() -> Member.byFormerNickname(name)).orElseThrow(NotFoundException::new);
        Feed feed = "answers".equals(tab) ? answersOf(person) : questionsOf(person);
        return XmlFiles.atom(feed, context.locale());
    }

    private Feed questionsOf(Member person) {
        return new Feed(
                messages.get().questions_of(person.nickname),
                FeedLinks.atomOfMember(person.nickname),
                MemberLinks.member(person.nickname),
                entries.of(questions.ofMember(person.id, ListKey.of(null), 0).rows()));
    }

    private Feed answersOf(Member person) {
        List<AnswerQueries.ListedAnswer> listed =
                answers.ofMember(person.id, ListKey.of(null)).rows();
        Map<Long, AnswerQueries.Text> texts = answers.texts(
                listed.stream().map(AnswerQueries.ListedAnswer::id).toList());
        return new Feed(
                messages.get().answers_of(person.nickname),
                FeedLinks.atomOfMemberAnswers(person.nickname),
                MemberLinks.memberAnswers(person.nickname),
                listed.stream()
                        .filter(answer -> texts.containsKey(answer.id())) // another request may have deleted it
                        .map(answer -> entry(person, answer, texts.get(answer.id())))
                        .toList());
    }

    private Feed.Entry entry(Member person, AnswerQueries.ListedAnswer answer, AnswerQueries.Text text) {
        return new Feed.Entry(
                AnswerLinks.answer(answer.id()),
                messages.get().answer(person.nickname, answer.title()),
                person.nickname,
                answer.answeredAt(),
                text.editedAt() == null ? answer.answeredAt() : text.editedAt(),
                List.of(),
                answer.excerpt(),
                markdown.html(text.body()).html());
    }
}
