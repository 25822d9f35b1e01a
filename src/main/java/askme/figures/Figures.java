package askme.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of the site as the job counted them last, and the totals that each transaction keeps. */
@ApplicationScoped
public class Figures {

    static final int DAYS = 90;
    static final ZoneId ZONE = ZoneOffset.UTC;

    private final FiguresQueries queries;
    private final Clock clock;

    Figures(FiguresQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** The figures of now: two statements, also on a large site. */
    public SiteFigures read() {
        try {
            Map<String, Long> totals = queries.totals();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
            LocalDate first = today.minusDays(DAYS - 1L);
            Map<LocalDate, Day> stored =
                    queries.stored(first).stream().collect(Collectors.toMap(Day::date, Function.identity()));
            List<Day> days = first.datesUntil(today.plusDays(1))
                    .map(date -> stored.getOrDefault(date, Day.empty(date)))
                    .toList();
            return new SiteFigures(
                    totals.getOrDefault("questions", 0L),
                    totals.getOrDefault("answers-counted", 0L),
                    totals.getOrDefault("unanswered-counted", 0L),
                    totals.getOrDefault("members", 0L),
                    days);
        } catch (SQLException e) {
            throw new IllegalStateException("the figures cannot be read", e);
        }
    }
}
