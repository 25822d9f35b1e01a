package askme.answer;

import askme.question.QuestionLinks;
import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** The order of the answers on the page of a question. Links and redirects from elsewhere use {@link #BEST}. */
@TemplateData
public enum AnswerOrder {
    BEST(Comparator.comparing(AnswerCard::accepted, Comparator.reverseOrder())
            .thenComparing(AnswerCard::rating, Comparator.reverseOrder())
            .thenComparing(AnswerCard::answeredAt)
            .thenComparing(AnswerCard::id)),
    NEWEST(Comparator.comparing(AnswerCard::id, Comparator.reverseOrder())),
    OLDEST(Comparator.comparing(AnswerCard::id));

    final Comparator<AnswerCard> comparator;

    AnswerOrder(Comparator<AnswerCard> comparator) {
        this.comparator = comparator;
    }

    /** The order in the parameter {@code sort}; {@link #BEST} if it is missing or unknown. */
    public static AnswerOrder of(String sort) {
        return Arrays.stream(values())
                .filter(order -> order.parameter().equals(sort))
                .findFirst()
                .orElse(BEST);
    }

    /** The value of the parameter {@code sort}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The address of the question with its answers in this order. */
    public String path(long question) {
        return QuestionLinks.question(question) + (this == BEST ? "" : "?sort=" + parameter());
    }
}
