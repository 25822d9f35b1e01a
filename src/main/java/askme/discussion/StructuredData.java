package askme.discussion;

import askme.answer.AnswerCard;
import askme.answer.AnswerLinks;
import askme.comment.CommentCard;
import askme.comment.CommentThread;
import askme.comment.CommentedPost;
import askme.markdown.MarkdownCache;
import askme.member.MemberLinks;
import askme.member.MemberRef;
import askme.question.Question;
import askme.web.WebConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question and its answers as a QAPage of schema.org, in JSON-LD. A browser handles it as a block of data, not as a script.
 * So it is never executed, and the Content-Security-Policy, which allows no inline script, does not block it.
 */
@ApplicationScoped
class StructuredData {

    private final ObjectMapper json;
    private final WebConfig web;
    private final MarkdownCache markdownCache;

    StructuredData(ObjectMapper json, WebConfig web, MarkdownCache markdownCache) {
        this.json = json;
        this.web = web;
        this.markdownCache = markdownCache;
    }

    /** JSON for the content of a {@code script} element. It contains no {@code <}, which could end the element. */
    RawString of(
            Question question, MemberRef author, List<AnswerCard> answers, Map<CommentedPost, CommentThread> comments) {
        Map<String, Object> page = typed("QAPage");
        page.put("@context", "https://schema.org");
        page.put("mainEntity", question(question, author, answers, comments));
        try {
            return new RawString(json.writeValueAsString(page).replace("<", "\\u003c"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can always be written as JSON", e);
        }
    }

    private Map<String, Object> question(
            Question question, MemberRef author, List<AnswerCard> answers, Map<CommentedPost, CommentThread> comments) {
        Map<String, Object> entity =
                post("Question", markdownCache.words(question.body), author, question.askedAt, question.editedAt);
        entity.put("name", question.title);
        entity.put("upvoteCount", question.rating);
        entity.put("answerCount", question.answerCount);
        addComments(entity, comments.get(CommentedPost.question(question.id)));
        answers.stream()
                .filter(AnswerCard::accepted)
                .findFirst()
                .ifPresent(a -> entity.put("acceptedAnswer", of(a, comments)));
        List<Map<String, Object>> others = answers.stream()
                .filter(a -> !a.accepted())
                .map(a -> of(a, comments))
                .toList();
        if (!others.isEmpty()) {
            entity.put("suggestedAnswer", others);
        }
        return entity;
    }

    private Map<String, Object> of(AnswerCard answer, Map<CommentedPost, CommentThread> comments) {
        Map<String, Object> entity = post(
                "Answer", markdownCache.words(answer.body()), answer.author(), answer.answeredAt(), answer.editedAt());
        entity.put("url", web.absolute(AnswerLinks.onPage(answer.questionId(), 1, answer.id())));
        entity.put("upvoteCount", answer.rating());
        addComments(entity, comments.get(CommentedPost.answer(answer.questionId(), answer.id())));
        return entity;
    }

    /** Those that the page shows, and the number of all. */
    private void addComments(Map<String, Object> post, CommentThread thread) {
        if (thread == null || thread.total() == 0) {
            return;
        }
        post.put("commentCount", thread.total());
        post.put("comment", thread.shown().stream().map(this::of).toList());
    }

    private Map<String, Object> of(CommentCard comment) {
        Map<String, Object> entity = post(
                "Comment",
                markdownCache.inlineWords(comment.body()),
                comment.author(),
                comment.postedAt(),
                comment.editedAt());
        entity.put("upvoteCount", comment.rating());
        return entity;
    }

    private Map<String, Object> post(String type, String words, MemberRef author, Instant written, Instant edited) {
        Map<String, Object> entity = typed(type);
        entity.put("text", words);
        entity.put("datePublished", moment(written));
        if (edited != null) {
            entity.put("dateModified", moment(edited));
        }
        Map<String, Object> person = typed("Person");
        person.put("name", author.nickname());
        person.put("url", web.absolute(MemberLinks.member(author.nickname())));
        entity.put("author", person);
        return entity;
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("@type", type);
        return entity;
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
