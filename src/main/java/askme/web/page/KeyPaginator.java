package askme.web.page;

import io.quarkus.qute.TemplateData;

/**
 * The links under a list that is paged by key: to the first page and to the next one. There are no numbers, because no page knows
 * how many rows are before it.
 *
 * @param first the address of the first page
 * @param address the address of this page
 * @param next the address of the next page; null on the last one
 */
@TemplateData
public record KeyPaginator(String first, String address, String next) {

    /**
     * @param path the address of the list without {@code before}
     * @param before the key in the address of this page
     * @param last the key of the last row, null if no row follows it
     */
    public static KeyPaginator of(String path, ListKey before, ListKey last) {
        return new KeyPaginator(path, address(path, before), last == null ? null : address(path, last));
    }

    /** Whether there is more than one page. */
    public boolean needed() {
        return next != null || !isFirst();
    }

    public boolean isFirst() {
        return address.equals(first);
    }

    private static String address(String path, ListKey before) {
        return before.equals(ListKey.TOP) ? path : path + (path.contains("?") ? "&" : "?") + "before=" + before;
    }
}
