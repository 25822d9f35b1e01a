package askme.mcp;

import askme.answer.AnswerCard;
import askme.answer.AnswerLinks;
import askme.comment.CommentCard;
import askme.comment.CommentLinks;
import askme.member.MemberLinks;
import askme.member.MemberRef;
import askme.question.Question;
import askme.question.QuestionCard;
import askme.question.QuestionLinks;
import askme.tag.Tag;
import askme.tag.TagLinks;
import askme.web.WebConfig;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * The results of the tools. Texts are Markdown, addresses are absolute, and times are ISO 8601 in UTC. A member that is null is left out. The
 * parameter {@code cursor} of the next page is the member {@code next} of the page before.
 */
final class Results {

    private Results() {}

    private static String time(Instant at) {
        return at == null ? null : at.toString();
    }

    /** The author of a post. */
    @RegisterForReflection
    public record Author(String nickname, int reputation, String url) {

        static Author of(MemberRef member, WebConfig web) {
            return new Author(member.nickname(), member.rating(), web.absolute(MemberLinks.member(member.nickname())));
        }
    }

    /**
     * A question in a list.
     *
     * @param state open, closed or duplicate
     * @param accepted whether its author accepted an answer
     */
    @RegisterForReflection
    public record ListedQuestion(
            long id,
            String url,
            String title,
            String excerpt,
            List<String> tags,
            String state,
            int rating,
            int answers,
            boolean accepted,
            String askedAt,
            Author author) {

        static ListedQuestion of(QuestionCard card, WebConfig web) {
            return new ListedQuestion(
                    card.id(),
                    web.absolute(QuestionLinks.question(card.id())),
                    card.title(),
                    card.excerpt(),
                    card.tags(),
                    state(card),
                    card.rating(),
                    card.answerCount(),
                    card.accepted(),
                    time(card.askedAt()),
                    Author.of(card.author(), web));
        }

        private static String state(QuestionCard card) {
            return card.closed() == Question.OPEN ? "open" : card.duplicate() ? "duplicate" : "closed";
        }
    }

    /**
     * A page of questions.
     *
     * @param found how many questions a search found
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Questions(List<ListedQuestion> questions, Integer found, String next) {}

    /** A comment. */
    @RegisterForReflection
    public record Comment(long id, String url, String text, int rating, String postedAt, Author author) {

        static Comment of(CommentCard card, WebConfig web) {
            return new Comment(
                    card.id(),
                    web.absolute(CommentLinks.comment(card.id())),
                    card.body(),
                    card.rating(),
                    time(card.postedAt()),
                    Author.of(card.author(), web));
        }
    }

    /** A page of comments, the oldest first. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comments(List<Comment> comments, String next) {}

    /**
     * An answer.
     *
     * @param commentCount of all its comments; {@code comments} are the best of them
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            long id,
            String url,
            String text,
            int rating,
            boolean accepted,
            String answeredAt,
            String editedAt,
            Author author,
            int commentCount,
            List<Comment> comments) {

        static Answer of(AnswerCard card, List<Comment> comments, WebConfig web) {
            return new Answer(
                    card.id(),
                    web.absolute(AnswerLinks.answer(card.id())),
                    card.body(),
                    card.rating(),
                    card.accepted(),
                    time(card.answeredAt()),
                    time(card.editedAt()),
                    Author.of(card.author(), web),
                    card.commentCount(),
                    comments);
        }
    }

    /**
     * A question with a page of its answers, the accepted one first, then the best rated.
     *
     * @param text only on the first page
     * @param comments the best of its comments, only on the first page
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WholeQuestion(
            ListedQuestion question,
            String text,
            String editedAt,
            Integer commentCount,
            List<Comment> comments,
            List<Answer> answers,
            String next) {}

    /** A tag. */
    @RegisterForReflection
    public record ListedTag(String name, String url, int questions, String description) {

        static ListedTag of(Tag tag, WebConfig web) {
            return new ListedTag(tag.name, web.absolute(TagLinks.tag(tag.name)), tag.questionCount, tag.description);
        }
    }

    /** A page of tags by name. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tags(List<ListedTag> tags, String next) {}

    /** A member with a page of the member's questions, the newest first. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            String nickname,
            String url,
            int reputation,
            String joinedAt,
            String title,
            String about,
            int questionCount,
            int answerCount,
            List<ListedQuestion> questions,
            String next) {}

    /**
     * The outcome of posting.
     *
     * @param status posted, or held and unconfirmed for a post that waits
     * @param id null while it waits
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Post(String status, Long id, String url, String message) {}
}
