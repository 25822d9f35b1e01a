package askme.fill;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import javax.sql.DataSource;

/** Gives the questions of a run views: the more votes and answers, the more. It can run again after it was stopped. */
final class ViewRows {

    private static final int QUESTIONS_A_TRANSACTION = 5000;

    private static final String VIEWS = """
            INSERT IGNORE INTO question_views (question_id, views, thousand_at)
            SELECT id, views, IF(views >= 1000, ?, NULL) FROM (
              SELECT id, 5 + MOD(id * 7919, 90) + 30 * answer_count + 40 * ABS(rating) AS views FROM question
              WHERE id BETWEEN ? AND ?) counted""";

    private final Jdbc jdbc;
    private final FillRun run;

    ViewRows(DataSource database, FillRun run) {
        this.jdbc = new Jdbc(database);
        this.run = run;
    }

    void write() throws SQLException {
        long last = run.questionBase() + run.size().questions();
        LocalDateTime now = Jdbc.utc(Instant.ofEpochMilli(run.now()));
        for (long from = run.questionBase() + 1; from <= last; from += QUESTIONS_A_TRANSACTION) {
            long first = from;
            jdbc.transaction(
                    Connection.TRANSACTION_READ_COMMITTED,
                    connection -> Jdbc.update(
                            connection, VIEWS, now, first, Math.min(last, first + QUESTIONS_A_TRANSACTION - 1)));
        }
    }
}
