package askme.mcp;

import java.util.List;
import java.util.function.ToIntFunction;

/** Ends a page of texts when it becomes too long for an assistant to read. */
final class TextBudget {

    /** About ten thousand words in one result. */
    static final int CHARACTERS = 60_000;

    private TextBudget() {}

    /** The first of {@code texts} that together have at most {@code budget} characters; at least one, so that the next page goes on. */
    static <T> List<T> fitting(List<T> texts, ToIntFunction<T> length, int budget) {
        long used = 0;
        for (int i = 0; i < texts.size(); i++) {
            used += length.applyAsInt(texts.get(i));
            if (used > budget && i > 0) {
                return texts.subList(0, i);
            }
        }
        return texts;
    }
}
