package askme.syndication;

import askme.answer.AnswerCard;
import askme.answer.AnswerLinks;
import askme.answer.AnswerOrder;
import askme.answer.AnswerQueries;
import askme.comment.CommentCard;
import askme.comment.CommentLinks;
import askme.comment.CommentQueries;
import askme.markdown.MarkdownCache;
import askme.member.Member;
import askme.question.ListTexts;
import askme.question.Question;
import askme.question.QuestionLinks;
import askme.web.LocalizedMessages;
import askme.web.page.PageContext;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The Atom feed of one question: the question, and its newest answers and comments with their whole texts. */
@Path(FeedLinks.QUESTION)
@Blocking
class DiscussionFeedResource {

    /** The comments in a feed. The answers are those of one page. */
    private static final int COMMENTS = 30;

    private final AnswerQueries answers;
    private final CommentQueries comments;
    private final MarkdownCache markdown;
    private final ListTexts texts;
    private final PageContext context;
    private final LocalizedMessages<SyndicationMessages> messages = LocalizedMessages.of(SyndicationMessages.class);

    DiscussionFeedResource(
            AnswerQueries answers,
            CommentQueries comments,
            MarkdownCache markdown,
            ListTexts texts,
            PageContext context) {
        this.answers = answers;
        this.comments = comments;
        this.markdown = markdown;
        this.texts = texts;
        this.context = context;
    }

    @GET
    @RateLimited("search")
    public Response feed(@RestPath long id) {
        Question question = Question.require(id);
        List<Feed.Entry> entries = new ArrayList<>();
        answers.page(id, AnswerOrder.NEWEST, 1, question.answerCount, 0)
                .forEach(card -> entries.add(entry(question, card)));
        comments.newest(id, COMMENTS).forEach(card -> entries.add(entry(question, card)));
        entries.sort(Comparator.comparing(Feed.Entry::postedAt).reversed());
        entries.add(entry(question));
        Feed feed = new Feed(
                texts.titleOf(question.title, question.closed),
                FeedLinks.atomOfQuestion(id),
                QuestionLinks.question(id),
                entries);
        return XmlFiles.atom(feed, context.locale());
    }

    private Feed.Entry entry(Question question) {
        return new Feed.Entry(
                QuestionLinks.question(question.id),
                texts.titleOf(question.title, question.closed),
                Member.<Member>findById(question.authorId).nickname,
                question.askedAt,
                changed(question.askedAt, question.editedAt),
                List.of(question.tagNames.split(" ")),
                question.excerpt,
                markdown.html(question.body).html());
    }

    private Feed.Entry entry(Question question, AnswerCard card) {
        String author = card.author().nickname();
        return new Feed.Entry(
                AnswerLinks.answer(card.id()),
                messages.get().answer(author, question.title),
                author,
                card.answeredAt(),
                changed(card.answeredAt(), card.editedAt()),
                List.of(),
                "",
                markdown.html(card.body()).html());
    }

    private Feed.Entry entry(Question question, CommentCard card) {
        String author = card.author().nickname();
        return new Feed.Entry(
                CommentLinks.comment(card.id()),
                messages.get().comment(author, question.title),
                author,
                card.postedAt(),
                changed(card.postedAt(), card.editedAt()),
                List.of(),
                "",
                markdown.inline(card.body(), card.mentions()).html());
    }

    private static Instant changed(Instant posted, Instant edited) {
        return edited == null ? posted : edited;
    }
}
