package askme.web.page;

import java.util.List;
import java.util.function.Function;

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
}
