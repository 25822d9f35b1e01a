package askme.search;

import askme.database.Row;
import askme.markdown.Highlighter;
import askme.question.QuestionLinks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/**
 * A question in a drop-down, as scripts receive it and as the cache stores it.
 *
 * @param answers how many answers it has
 * @param accepted whether one of them is marked as accepted
 * @param html the escaped title, with {@code <mark>} around the typed words; null in the cache
 */
@RegisterForReflection
record Suggestion(long id, String title, String url, int answers, boolean accepted, String html) {

    /** The suggestion of a row of {@link SearchQueries}. */
    static Suggestion of(Row row) {
        long id = row.id("id");
        return new Suggestion(
                id,
                row.text("title"),
                QuestionLinks.question(id),
                row.number("answer_count"),
                row.has("accepted_answer_id"),
                null);
    }

    /** Whether the title contains {@code text} literally, regardless of upper and lower case. */
    boolean contains(String text) {
        return title.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    Suggestion marked(Highlighter marks) {
        return new Suggestion(id, title, url, answers, accepted, marks.in(title).getValue());
    }
}
