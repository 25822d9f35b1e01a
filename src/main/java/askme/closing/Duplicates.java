package askme.closing;

import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import askme.web.WebConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;

/** Finds the question that another one is a duplicate of. */
@ApplicationScoped
class Duplicates {

    /** The most duplicates of duplicates that are followed. Closing follows them, so chains only grow by later closings. */
    static final int MOST_STEPS = 20;

    static final String STEP = "SELECT COALESCE(IF(q.closed = 2, k.duplicate_of, NULL), 0) AS next_one"
            + " FROM question q LEFT JOIN closed_question k ON k.question_id = q.id WHERE q.id = :id AND q.hidden = 0";

    /** The related questions on the page of a question, see {@code askme.search.related}. */
    static final String SIMILAR =
            QuestionQueries.CARDS.formatted("SELECT related_id AS id FROM related_question WHERE question_id = :id"
                            + " ORDER BY position LIMIT :size")
                    + "WHERE q.hidden = 0";

    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");

    private final Session hibernate;
    private final QuestionQueries queries;
    private final Pattern address;

    Duplicates(Session hibernate, QuestionQueries queries, WebConfig web) {
        this.hibernate = hibernate;
        this.queries = queries;
        address = Pattern.compile("(?:" + Pattern.quote(web.baseUrl().toString()) + "|https?://[^/\\s]+)?"
                + "/question/(\\d{1,18})(?:[/?#]\\S*)?");
    }

    /** The number in what a member typed: a number, or the address of a question. */
    Optional<Long> typed(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return Optional.of(Long.valueOf(number.group(1)));
        }
        Matcher found = address.matcher(text);
        return found.matches() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
    }

    /** The question at the end of the duplicates that begin with {@code id}; empty if one of them does not exist or was deleted. */
    Optional<Long> end(long id) {
        long at = id;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Long> next = hibernate
                    .createNativeQuery(STEP, Long.class)
                    .addScalar("next_one", Long.class)
                    .setParameter("id", at)
                    .uniqueResultOptional();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            if (next.get() == 0) {
                return Optional.of(at);
            }
            at = next.get();
        }
        return Optional.empty();
    }

    /** The ends of those of {@code named} that lead to another question than {@code question}. */
    Map<Long, Long> ends(long question, Collection<Long> named) {
        Map<Long, Long> ends = new HashMap<>();
        named.forEach(id -> end(id).filter(end -> end != question).ifPresent(end -> ends.put(id, end)));
        return ends;
    }

    /** Questions that look alike, for a member who looks for the other one. */
    List<QuestionCard> similar(long question) {
        return queries.cards(SIMILAR, 0).setParameter("id", question).list();
    }
}
