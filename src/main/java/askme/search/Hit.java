package askme.search;

import askme.answer.AnswerLinks;
import askme.database.Row;
import askme.question.QuestionLinks;
import java.util.Comparator;

/**
 * A question that matches while somebody types.
 *
 * @param closed as in {@link askme.question.Question#closed}
 * @param starts whether its title begins as typed
 * @param answer the answer that contains the words; 0 if they are in the question
 */
record Hit(long id, String title, int answers, boolean accepted, int closed, int rating, boolean starts, long answer) {

    /** Answered questions first, then titles that begin as typed, then the best rated. */
    static final Comparator<Hit> BEST_FIRST = Comparator.comparing((Hit hit) -> hit.answers > 0)
            .thenComparing(Hit::starts)
            .thenComparing(Hit::rating)
            .thenComparing(Hit::id)
            .reversed();

    static Hit of(Row row) {
        return new Hit(
                row.id("id"),
                row.text("title"),
                row.number("answer_count"),
                row.has("accepted_answer_id"),
                row.number("closed"),
                row.number("rating"),
                row.is("starts"),
                row.idOrZero("answer_id"));
    }

    Suggestion suggestion() {
        String url = answer == 0 ? QuestionLinks.question(id) : AnswerLinks.answer(answer);
        return new Suggestion(id, title, url, answers, accepted, closed, answer != 0, null);
    }
}
