package askme.mcp;

import askme.answer.AnswerCard;
import askme.answer.AnswerOrder;
import askme.answer.AnswerQueries;
import askme.api.Cursor;
import askme.comment.CommentCard;
import askme.comment.CommentQueries;
import askme.comment.CommentThread;
import askme.comment.CommentedPost;
import askme.question.Question;
import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import askme.session.CurrentMember;
import askme.web.WebConfig;
import askme.web.page.ListKey;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools that read one question with its answers and comments. */
@ApplicationScoped
class QuestionTools {

    private static final String QUESTION = "The id of the question, or its address on this site.";
    private static final String CURSOR = "The member next of the page before. Leave it out for the first page.";

    private final ToolCalls calls;
    private final ToolArguments arguments;
    private final QuestionQueries questions;
    private final AnswerQueries answers;
    private final CommentQueries comments;
    private final CurrentMember current;
    private final WebConfig web;

    QuestionTools(
            ToolCalls calls,
            ToolArguments arguments,
            QuestionQueries questions,
            AnswerQueries answers,
            CommentQueries comments,
            CurrentMember current,
            WebConfig web) {
        this.calls = calls;
        this.arguments = arguments;
        this.questions = questions;
        this.answers = answers;
        this.comments = comments;
        this.current = current;
        this.web = web;
    }

    @Tool(
            name = "read_question",
            description =
                    "Reads a question with its answers, the accepted one first, then the best rated, and with the best comments. Long"
                            + " discussions have several pages.",
            structuredContent = true,
            annotations =
                    @Tool.Annotations(
                            title = "Read a question",
                            readOnlyHint = true,
                            destructiveHint = false,
                            openWorldHint = false))
    Results.WholeQuestion readQuestion(
            @ToolArg(description = QUESTION) String question,
            @ToolArg(description = CURSOR, required = false) String cursor) {
        return calls.read(() -> {
            long id = arguments.question(question);
            String list = "answers-by-rating-" + id;
            return read(id, list, arguments.skipped(list, cursor));
        });
    }

    private Results.WholeQuestion read(long id, String list, int skipped) {
        long reader = current.idOrZero();
        QuestionCard card = questions.one(id, reader).orElseThrow(NotFoundException::new);
        List<AnswerCard> shown = TextBudget.fitting(
                answersAfter(card, skipped), answer -> answer.body().length(), TextBudget.CHARACTERS);
        int next = skipped + shown.size();
        boolean first = skipped == 0;
        Question stored = Question.require(id);
        Map<CommentedPost, CommentThread> threads = threads(stored, shown, first, reader);
        return new Results.WholeQuestion(
                Results.ListedQuestion.of(card, web),
                first ? stored.body : null,
                first && stored.editedAt != null ? stored.editedAt.toString() : null,
                first ? stored.commentCount : null,
                first ? commentsOf(threads.get(CommentedPost.question(id))) : null,
                shown.stream()
                        .map(answer -> Results.Answer.of(answer, commentsOf(threads.get(answer.post())), web))
                        .toList(),
                shown.isEmpty() || next >= card.answerCount() ? null : Cursor.of(list, next));
    }

    /** The rest of the page of the site on which the next answer is. */
    private List<AnswerCard> answersAfter(QuestionCard card, int skipped) {
        if (skipped >= card.answerCount()) {
            return List.of();
        }
        int page = skipped / AnswerQueries.PAGE_SIZE + 1;
        List<AnswerCard> onPage =
                answers.page(card.id(), AnswerOrder.BEST, page, card.answerCount(), current.idOrZero());
        return onPage.subList(Math.min(skipped % AnswerQueries.PAGE_SIZE, onPage.size()), onPage.size());
    }

    private Map<CommentedPost, CommentThread> threads(
            Question question, List<AnswerCard> shown, boolean withQuestion, long reader) {
        Map<CommentedPost, Integer> counts = new LinkedHashMap<>();
        if (withQuestion) {
            counts.put(CommentedPost.question(question.id), question.commentCount);
        }
        shown.forEach(answer -> counts.put(answer.post(), answer.commentCount()));
        return comments.shown(counts, reader);
    }

    private List<Results.Comment> commentsOf(CommentThread thread) {
        return listed(thread.shown());
    }

    @Tool(
            name = "list_comments",
            description = "Lists all comments on a question or on an answer, the oldest first.",
            structuredContent = true,
            annotations =
                    @Tool.Annotations(
                            title = "List comments",
                            readOnlyHint = true,
                            destructiveHint = false,
                            openWorldHint = false))
    Results.Comments listComments(
            @ToolArg(description = QUESTION + " Leave it out for the comments on an answer.", required = false)
                    String question,
            @ToolArg(description = "The id of the answer.", required = false) String answer,
            @ToolArg(description = CURSOR, required = false) String cursor) {
        return calls.read(() -> {
            CommentedPost post = arguments.commented(question, answer);
            Question.require(post.questionId());
            String list = "comments-" + post.anchor();
            long after = arguments.key(list, cursor, ListKey.ofId(0)).id();
            List<CommentCard> cards = comments.page(post, after, current.idOrZero());
            boolean full = cards.size() == CommentQueries.PAGE_SIZE;
            ListKey last = full ? ListKey.ofId(cards.get(cards.size() - 1).id()) : null;
            return new Results.Comments(listed(cards), Cursor.of(list, last));
        });
    }

    private List<Results.Comment> listed(List<CommentCard> cards) {
        return cards.stream().map(card -> Results.Comment.of(card, web)).toList();
    }
}
