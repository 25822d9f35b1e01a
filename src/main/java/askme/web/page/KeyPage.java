package askme.web.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A page of a list that is paged by key.
 *
 * @param last the key of the last row; null if no other row follows
 */
public record KeyPage<T>(List<T> rows, ListKey last) {

    /**
     * @param found the rows of the page, and one more if there is a next page
     * @param size the most rows of a page
     * @param key the place of a row in the list
     */
    public static <T> KeyPage<T> of(List<T> found, int size, Function<T, ListKey> key) {
        if (found.size() <= size) {
            return new KeyPage<>(found, null);
        }
        List<T> shown = List.copyOf(found.subList(0, size));
        return new KeyPage<>(shown, key.apply(shown.get(size - 1)));
    }

    /** The same page without rows that must not be shown. It may be shorter then, and the next page follows the same row. */
    public KeyPage<T> only(Predicate<T> shown) {
        return new KeyPage<>(rows.stream().filter(shown).toList(), last);
    }
}
