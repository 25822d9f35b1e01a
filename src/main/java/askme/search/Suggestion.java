package askme.search;

import askme.question.QuestionLinks;
import askme.text.Marks;
import io.quarkus.runtime.annotations.RegisterForReflection;

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

    Suggestion marked(Marks marks) {
        return new Suggestion(id, title, url, answers, accepted, marks.in(title).getValue());
    }
}
