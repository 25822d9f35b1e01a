package askme.mcp;

import askme.api.Cursor;
import askme.comment.CommentActs;
import askme.comment.CommentedPost;
import askme.web.LocalizedMessages;
import askme.web.page.ListKey;
import io.quarkiverse.mcp.server.ToolCallException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads arguments that several tools have. A wrong one is an error that says what is right. */
@ApplicationScoped
class ToolArguments {

    /** No list has that many rows. */
    private static final long MOST_SKIPPED = 1_000_000;

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final CommentActs comments;
    private final LocalizedMessages<McpMessages> texts = LocalizedMessages.of(McpMessages.class);

    ToolArguments(CommentActs comments) {
        this.comments = comments;
    }

    /** The id of the question; it may not exist. */
    long question(String typed) {
        return QuestionReference.id(typed)
                .orElseThrow(() -> new ToolCallException(texts.get().bad_question()));
    }

    private long answer(String typed) {
        if (!ID.matcher(typed.strip()).matches()) {
            throw new ToolCallException(texts.get().bad_answer());
        }
        return Long.parseLong(typed.strip());
    }

    /** The post that comments are under: the question, or else the answer with this id. Exactly one is given. */
    CommentedPost commented(String question, String answer) {
        if ((question == null) == (answer == null)) {
            throw new ToolCallException(texts.get().one_post());
        }
        return answer == null ? CommentedPost.question(question(question)) : comments.answer(answer(answer));
    }

    /** The key of the row after which the page begins; {@code first} without a cursor. */
    ListKey key(String list, String cursor, ListKey first) {
        return cursor == null ? first : require(Cursor.key(list, cursor));
    }

    /** How many rows are before the page. */
    int skipped(String list, String cursor) {
        return (int) Math.min(key(list, cursor, ListKey.ofId(0)).id(), MOST_SKIPPED);
    }

    /** The place after which the page begins; empty without a cursor. */
    String place(String list, String cursor) {
        return cursor == null ? "" : require(Cursor.place(list, cursor));
    }

    private <T> T require(Optional<T> found) {
        return found.orElseThrow(() -> new ToolCallException(texts.get().bad_cursor()));
    }
}
