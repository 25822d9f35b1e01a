package askme.web.page;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;

/**
 * The page numbers under a list, {@code 1 2 3 … 53}: the first, the last, the current page and its neighbours.
 *
 * @param page the current page, from 1
 * @param pages the number of pages, at least 1
 * @param path the address without the {@code page} parameter, ending in {@code ?} or {@code &}
 */
@TemplateData
public record Paginator(int page, int pages, String path) {

    private static final int NEIGHBOURS = 2;
    private static final int LARGEST_PAGE = 10_000_000;

    /**
     * The page that a query parameter asks for. Text that is no number, or a number below one, means the first page. A number
     * above the last page means the last page.
     *
     * @param parameter the query parameter; may be null
     * @param items the number of items, at least 0
     * @param size the number of items on a page
     */
    public static Paginator of(String parameter, long items, int size, String path) {
        int pages = (int) Math.max(1, Math.min(LARGEST_PAGE, (items + size - 1) / size));
        String separator = path.contains("?") ? "&" : "?";
        return new Paginator(Math.min(number(parameter), pages), pages, path + separator);
    }

    private static int number(String parameter) {
        if (parameter == null || !parameter.matches("\\d{1,18}")) {
            return 1;
        }
        return (int) Math.max(1, Math.min(LARGEST_PAGE, Long.parseLong(parameter)));
    }

    /** Whether there is more than one page. */
    public boolean needed() {
        return pages > 1;
    }

    /** The address of page {@code number}. The first page has no parameter, so that it is cached once. */
    public String url(int number) {
        return number == 1 ? path.substring(0, path.length() - 1) : path + "page=" + number;
    }

    /** The address of the current page. */
    public String address() {
        return url(page);
    }

    /** The numbers to show, in order; 0 means a gap. */
    public List<Integer> numbers() {
        List<Integer> shown = new ArrayList<>();
        int last = 0;
        for (int n = 1; n <= pages; n = next(n)) {
            if (n > last + 1) {
                shown.add(n == last + 2 ? last + 1 : 0);
            }
            shown.add(n);
            last = n;
        }
        return shown;
    }

    private int next(int n) {
        if (n == 1 && page - NEIGHBOURS > 2) {
            return Math.min(pages, page - NEIGHBOURS);
        }
        return n >= page + NEIGHBOURS && n >= 3 && n < pages ? pages : n + 1;
    }
}
