package askme.realtime;

import askme.question.Question;
import askme.web.Languages;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * An open page of a question that requests the changes it missed.
 *
 * @param asOf when the response is read, in microseconds since 1970 by the database's clock
 * @param query the request's parameters; see {@link #number} and {@link #ids}
 * @param requestLanguage the language of the request, two letters; a page that was opened before has another one
 */
record OpenPage(Question question, long asOf, MultivaluedMap<String, String> query, String requestLanguage) {

    /** The ids of one parameter: more than a page shows together with what arrived on it. */
    private static final int MOST_IDS = 200;

    /** The application's clock, which dates edits, may be behind the database's. A text sent again does no harm. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /** The language of the texts in the response, two letters: that of the page, if the page names it. */
    String language() {
        String language = query.getFirst("language");
        return language != null && Languages.TRANSLATED.contains(language) ? language : requestLanguage;
    }

    /** The newest answer that the page has; 0 if it has none. */
    long after() {
        return number(query.getFirst("after"));
    }

    /** Whether the text was edited after the page's state was read. {@code editedAt} may be null: never edited. */
    boolean missedEdit(Instant editedAt) {
        Instant loaded = Instant.EPOCH.plus(number(query.getFirst("at")), ChronoUnit.MICROS);
        return editedAt != null && editedAt.isAfter(loaded.minus(CLOCK_SKEW));
    }

    /** The ids in a parameter such as {@code known=3,7}. Everything else in it is ignored. */
    List<Long> ids(String parameter) {
        String text = query.getFirst(parameter);
        return Stream.of((text == null ? "" : text).split(",", MOST_IDS + 1))
                .limit(MOST_IDS)
                .map(OpenPage::number)
                .filter(id -> id > 0)
                .distinct()
                .toList();
    }

    /** 0 if {@code text} is no number: the page then receives everything. */
    private static long number(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
