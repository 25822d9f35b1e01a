package askme.search;

import askme.markdown.Highlighter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/**
 * A question in a drop-down, as scripts receive it and as the cache stores it.
 *
 * @param answers how many answers it has
 * @param accepted whether one of them is marked as accepted
 * @param closed 0 for an open question, 1 for a closed one, 2 for a duplicate
 * @param inAnswer whether the words are in an answer, to which the URL leads
 * @param html the escaped title, with {@code <mark>} around the typed words; null in the cache
 */
@RegisterForReflection
record Suggestion(
        long id, String title, String url, int answers, boolean accepted, int closed, boolean inAnswer, String html) {

    /** Whether the title contains {@code text} literally, regardless of upper and lower case. */
    boolean contains(String text) {
        return title.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    Suggestion marked(Highlighter marks) {
        return new Suggestion(
                id,
                title,
                url,
                answers,
                accepted,
                closed,
                inAnswer,
                marks.in(title).getValue());
    }
}
