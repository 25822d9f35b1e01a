package askme.fill;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows the progress of a long task: one line that is redrawn on a terminal, a line every few seconds in a log. */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final long NANOS_PER_S = 1_000_000_000L;
    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long total;
    private final long started;
    private final long before;
    private long rows;
    private long drawn;

    /**
     * @param total the rows to write
     * @param before the rows that an earlier start wrote
     * @param nanos a clock such as {@link System#nanoTime}
     */
    ProgressBar(PrintStream out, boolean terminal, long total, long before, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
        this.before = before;
        this.rows = before;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.drawn = started;
    }

    synchronized void add(long more) {
        rows += more;
        long now = nanos.getAsLong();
        if (now - drawn >= (terminal ? NANOS_PER_S / 5 : 10 * NANOS_PER_S)) {
            drawn = now;
            out.print(terminal ? "\r" + line() : line() + "\n");
            out.flush();
        }
    }

    synchronized void finish() {
        out.println((terminal ? "\r" : "") + line());
    }

    /** Such as {@code [############......]  62 %  1,912,000 of 3,120,000 rows  24,310/s  50 s left}. */
    String line() {
        double seconds = Math.max(0.001, (nanos.getAsLong() - started) / (double) NANOS_PER_S);
        double rate = (rows - before) / seconds;
        int filled = (int) (total == 0 ? WIDTH : WIDTH * rows / total);
        String end = rows >= total
                ? String.format(Locale.ROOT, "in %.0f s", seconds)
                : rate < 1 ? "" : String.format(Locale.ROOT, "%.0f s left", (total - rows) / rate);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d of %,d rows  %,.0f/s  %s   ",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                total == 0 ? 100 : 100 * rows / total,
                rows,
                total,
                rate,
                end);
    }
}
