package askme.figures;

import askme.database.DatabaseConfig;
import askme.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Counts the figures of single days, and reads the stored ones. Each statement about a day is a range of an index. */
@ApplicationScoped
class FiguresQueries {

    static final String QUESTIONS =
            "SELECT COUNT(*) AS n FROM question WHERE hidden = 0 AND asked_at >= ? AND asked_at < ?";

    static final String ANSWERS =
            "SELECT COUNT(*) AS n FROM answer WHERE hidden = 0 AND answered_at >= ? AND answered_at < ?";

    static final String MEMBERS = "SELECT COUNT(*) AS n FROM member WHERE joined_at >= ? AND joined_at < ?";

    /** The answers of the day before which their question had none. */
    static final String FIRST_ANSWERS = """
            SELECT COUNT(*) AS n,
                COALESCE(SUM(TIMESTAMPDIFF(SECOND, q.asked_at, a.answered_at) <= 3600), 0) AS within_hour,
                COALESCE(SUM(TIMESTAMPDIFF(SECOND, q.asked_at, a.answered_at) <= 86400), 0) AS within_day
            FROM answer a
            JOIN question q ON q.id = a.question_id
            WHERE a.hidden = 0 AND a.answered_at >= ? AND a.answered_at < ?
                AND NOT EXISTS (SELECT 1 FROM answer b WHERE b.question_id = a.question_id AND b.hidden = 0 AND b.id < a.id)""";

    static final String STORE = """
            INSERT INTO daily_figures (day, questions, answers, members, first_answers, within_hour, within_day)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE questions = VALUES(questions), answers = VALUES(answers), members = VALUES(members),
                first_answers = VALUES(first_answers), within_hour = VALUES(within_hour), within_day = VALUES(within_day)""";

    static final String STORED = "SELECT * FROM daily_figures WHERE day >= ? ORDER BY day";

    static final String REMOVE = "DELETE FROM daily_figures WHERE day < ?";

    /** These two read an index from end to end, so only the job runs them. */
    static final String ALL_ANSWERS = "UPDATE site_counter SET value = (SELECT COUNT(*) FROM answer WHERE hidden = 0)"
            + " WHERE name = 'answers-counted'";

    static final String ALL_UNANSWERED = "UPDATE site_counter SET value ="
            + " (SELECT COUNT(*) FROM listed_question WHERE tag_id = 0 AND good_answers = 0) WHERE name = 'unanswered-counted'";

    static final String TOTALS = "SELECT name, value FROM site_counter"
            + " WHERE name IN ('questions', 'members', 'answers-counted', 'unanswered-counted')";

    private final Jdbc jdbc;
    private final Jdbc task;

    FiguresQueries(DataSource database, DatabaseConfig config) {
        this.jdbc = new Jdbc(database);
        this.task = new Jdbc(database, config.taskTimeout());
    }

    Map<String, Long> totals() throws SQLException {
        Map<String, Long> totals = new HashMap<>();
        jdbc.query(TOTALS, row -> totals.put(row.getString("name"), row.getLong("value")));
        return totals;
    }

    /** The stored days from {@code first} on, in their order. */
    List<Day> stored(LocalDate first) throws SQLException {
        return jdbc.query(
                STORED,
                row -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getInt("questions"),
                        row.getInt("answers"),
                        row.getInt("members"),
                        row.getInt("first_answers"),
                        row.getInt("within_hour"),
                        row.getInt("within_day")),
                first);
    }

    void store(LocalDate date) throws SQLException {
        LocalDateTime from = date.atStartOfDay();
        LocalDateTime to = from.plusDays(1);
        int[] first = task.query(
                        FIRST_ANSWERS,
                        row -> new int[] {row.getInt("n"), row.getInt("within_hour"), row.getInt("within_day")},
                        from,
                        to)
                .get(0);
        task.update(
                STORE,
                date,
                count(QUESTIONS, from, to),
                count(ANSWERS, from, to),
                count(MEMBERS, from, to),
                first[0],
                first[1],
                first[2]);
    }

    /** Counts what no transaction keeps. */
    void storeTotals() throws SQLException {
        task.update(ALL_ANSWERS);
        task.update(ALL_UNANSWERED);
    }

    void remove(LocalDate before) throws SQLException {
        task.update(REMOVE, before);
    }

    private int count(String sql, LocalDateTime from, LocalDateTime to) throws SQLException {
        return task.query(sql, row -> row.getInt("n"), from, to).get(0);
    }
}
