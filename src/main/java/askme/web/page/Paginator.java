package askme.web.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers under a list: {@code 1 2 3 … 53}: the first, the last, the current one and its neighbours.
 *
 * @param page the current page, from 1
 * @param pages how many there are, at least 1
 * @param path the address without the {@code page} parameter, ending in {@code ?} or {@code &}
 */
public record Paginator(int page, int pages, String path) {

    private static final int NEIGHBOURS = 2;
    private static final int LARGEST_PAGE = 10_000_000;

    /**
     * The page that a query parameter means: what is no number, or under one, is the first page and what is over the
     * last is the last one; null allowed.
     *
     * @param items how many items there are, at least 0
     * @param size items a page
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

    /** Whether there is anything to page through. */
    public boolean needed() {
        return pages > 1;
    }

    /** The address of page {@code number}; the first page has none of its own, so that it is cached once. */
    public String url(int number) {
        return number == 1 ? path.substring(0, path.length() - 1) : path + "page=" + number;
    }

    /** The address of the current page. */
    public String address() {
        return url(page);
    }

    /** The numbers to show in order; 0 stands for a gap. */
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
