package askme.figures;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Counts the figures of today and yesterday, and of earlier days that nobody has counted. Running it twice does no harm. */
@ApplicationScoped
@JobHandler(name = "count-figures", queue = Queues.DIGEST)
class CountFigures implements PeriodicTask {

    /** A run counts so many of the days before the upgrade, so that it is short. */
    private static final int MISSING_AT_ONCE = 30;

    private final FiguresQueries queries;
    private final FiguresConfig config;
    private final Clock clock;

    CountFigures(FiguresQueries queries, FiguresConfig config, Clock clock) {
        this.queries = queries;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String schedule() {
        return config.schedule();
    }

    @Override
    public void run() throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Figures.ZONE);
        LocalDate first = today.minusDays(Figures.DAYS - 1L);
        List<LocalDate> stored = queries.stored(first).stream().map(Day::date).toList();
        List<LocalDate> missing = first.datesUntil(today.minusDays(1))
                .filter(date -> !stored.contains(date))
                .limit(MISSING_AT_ONCE)
                .toList();
        for (LocalDate date : Stream.concat(missing.stream(), Stream.of(today.minusDays(1), today))
                .toList()) {
            queries.store(date);
        }
        queries.storeTotals();
        queries.remove(first);
    }
}
