package askme.search;

import askme.database.Row;
import askme.markdown.Excerpt;
import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;

/** The cards of a page of results, each with the part of the text that contains the words. */
@ApplicationScoped
class ResultCards {

    static final String CARDS =
            QuestionQueries.CARDS.formatted("SELECT id FROM question WHERE id IN (:ids) AND hidden = 0 LIMIT :size");
    static final String QUESTIONS = "SELECT id, body FROM question WHERE id IN (:ids)";
    static final String ANSWERS = "SELECT question_id AS id, body FROM answer WHERE id IN (:ids)";

    private static final int SNIPPET_CHARACTERS = 240;

    private final Session hibernate;
    private final QuestionQueries questions;

    ResultCards(Session hibernate, QuestionQueries questions) {
        this.hibernate = hibernate;
        this.questions = questions;
    }

    private record Body(long question, String markdown) {

        private static Body of(Row row) {
            return new Body(row.id("id"), row.text("body"));
        }
    }

    /** The cards of the questions {@code ids} in this order. A question that is deleted by now has none. */
    List<QuestionCard> of(List<Long> ids, SearchResults found, SearchQuery query, long reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Long> answers =
                ids.stream().map(found.answers()::get).filter(Objects::nonNull).toList();
        Map<Long, String> snippets = new HashMap<>();
        bodies(QUESTIONS, ids).forEach(body -> snippets.put(body.question, snippet(body, query)));
        if (!answers.isEmpty()) {
            bodies(ANSWERS, answers).forEach(body -> snippets.put(body.question, snippet(body, query)));
        }
        return questions.cards(CARDS, reader).setParameterList("ids", ids).list().stream()
                .sorted(Comparator.comparingInt(card -> ids.indexOf(card.id())))
                .map(card -> card.withExcerpt(
                        snippets.getOrDefault(card.id(), card.excerpt()),
                        found.answers().getOrDefault(card.id(), 0L)))
                .toList();
    }

    private List<Body> bodies(String sql, List<Long> ids) {
        return hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("body", String.class)
                .setTupleTransformer((values, names) -> Body.of(new Row(values, names)))
                .setParameterList("ids", ids)
                .list();
    }

    private static String snippet(Body body, SearchQuery query) {
        return query.marks().snippet(Excerpt.plain(body.markdown), SNIPPET_CHARACTERS);
    }
}
