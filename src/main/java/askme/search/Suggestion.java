package askme.search;

import askme.markdown.Highlighter;
import askme.question.QuestionLinks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/**
 * A question in a drop-down, as scripts get it.
 *
 * @param answers how many answers it has
 * @param accepted whether one of them is marked as accepted
 * @param html the title escaped, with {@code <mark>} around what was typed
 */
@RegisterForReflection
public record Suggestion(long id, String title, String url, int answers, boolean accepted, String html) {

    static Suggestion of(long id, String title, int answers, boolean accepted) {
        return new Suggestion(id, title, QuestionLinks.question(id), answers, accepted, null);
    }

    /** Whether the title has {@code text} in it as it stands, but for case. */
    boolean holds(String text) {
        return title.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    Suggestion marked(Highlighter marks) {
        return new Suggestion(id, title, url, answers, accepted, marks.in(title).getValue());
    }
}
