package askme.discussion;

import askme.answer.AnswerCard;
import askme.answer.AnswerForm;
import askme.answer.AnswerOrder;
import askme.answer.AnswerQueries;
import askme.answer.DeletedAnswer;
import askme.closing.ClosingState;
import askme.comment.CommentThread;
import askme.comment.CommentedPost;
import askme.follow.QuestionState;
import askme.held.HeldAtQuestion;
import askme.member.MemberRef;
import askme.question.Question;
import askme.suggestion.SuggestedPost;
import askme.suggestion.WaitingEdits;
import askme.web.page.FormErrors;
import askme.web.page.Paginator;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The content of the page of a question.
 *
 * @param editor the nickname of the question's last editor, or null
 * @param views how often the question was read
 * @param myVote the reader's vote for the question: 1, -1, or 0
 * @param answers the answers of this page
 * @param state what the question is to the reader; null for a guest
 * @param closing whether and why the question is closed or locked
 * @param deleted the deleted answers of the question that the reader may see
 * @param held the posts that wait for a moderator and that the reader may see
 * @param order of the answers
 * @param comments those to show under the question and its answers
 * @param suggestions the suggested edits of the question and its answers that the reader may see
 * @param mayAccept whether the reader asked the question
 * @param lastAnswerId the newest answer when the page was read; after a lost connection the browser asks for newer answers
 * @param lastCommentId the same for comments
 * @param asOf when the page was read, by the database's clock, in microseconds since 1970; the browser ignores older changes
 * @param live the URL to which browsers connect for live updates
 * @param data structured data for search engines, or null
 * @param related questions with a similar title or the same tags, the best first
 * @param linked questions that this one links, or that link it
 */
@TemplateData
record DiscussionPage(
        Question question,
        MemberRef author,
        String editor,
        int views,
        int myVote,
        QuestionState state,
        ClosingState closing,
        List<AnswerCard> answers,
        List<DeletedAnswer> deleted,
        List<HeldAtQuestion> held,
        AnswerOrder order,
        Map<CommentedPost, CommentThread> comments,
        Map<SuggestedPost, WaitingEdits> suggestions,
        Paginator pages,
        boolean mayAccept,
        long lastAnswerId,
        long lastCommentId,
        long asOf,
        URI live,
        RawString data,
        List<RelatedQuestion> related,
        List<RelatedQuestion> linked,
        AnswerForm form,
        FormErrors errors) {

    /** Whether a new answer belongs on this page: it is inserted then. On other pages a notice links it. */
    public boolean showsNew() {
        return order == AnswerOrder.OLDEST ? pages.page() == pages.pages() : pages.page() == 1;
    }

    /** The address of this page for search engines, which see the answers in one order only. */
    public String canonical() {
        return order == AnswerOrder.BEST ? pages.address() : AnswerOrder.BEST.path(question.id);
    }

    /** The orders to choose from. */
    public List<AnswerOrder> orders() {
        return List.of(AnswerOrder.values());
    }

    /** The question as a post with comments. */
    public CommentedPost post() {
        return CommentedPost.question(question.id);
    }

    /** The comments to show under this post of the page. */
    public CommentThread commentsOf(CommentedPost post) {
        return comments.get(post);
    }

    /** The suggested edits of this post of the page that wait and that the reader may see; null without any. */
    public WaitingEdits suggestionsOf(CommentedPost post) {
        return suggestions.get(new SuggestedPost(post.questionId(), post.answerId()));
    }

    /** Whether {@code member} has an answer on this page. Then a second one is rarely meant. */
    public boolean answeredBy(long member) {
        return answers.stream().anyMatch(answer -> answer.author().id() == member);
    }

    /** Whether the reader asked a duplicate and has not said whether the other question solves it. */
    public boolean asksAuthor() {
        ClosingState.Closure closure = closing.closure();
        return mayAccept && closure != null && closure.duplicate() && closure.of() != 0 && closure.says() == null;
    }

    /** The most answers on a page. */
    public int pageSize() {
        return AnswerQueries.PAGE_SIZE;
    }

    /** The id in the URL of an answer that has not arrived yet. The browser replaces it; no answer has this id. */
    public long placeholderId() {
        return 0;
    }

    /** The paginator after one more answer than the page can hold. */
    public Paginator onePageMore() {
        return new Paginator(pages.page(), pages.pages() + 1, pages.path());
    }
}
