package askme.views;

import askme.database.Jdbc;
import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Adds the views that Redis has counted to the database. A batch has a number that is stored in its transaction, so a batch that is found
 * again after a crash is not added twice. Only this task locks rows of {@code question_views}.
 */
@ApplicationScoped
@JobHandler(name = "write-views", queue = Queues.DIGEST)
class WriteViews implements PeriodicTask {

    /** A question with this number of views has a badge. */
    private static final int MANY = 1000;

    private static final int ROWS = 500;

    static final String LAST = "SELECT value FROM site_counter WHERE name = 'views-batch' FOR UPDATE";

    private static final String MOVE = "UPDATE site_counter SET value = ? WHERE name = 'views-batch'";

    /** The moment is set before the number grows, because the assignments run in their order. */
    private static final String ADD = """
            INSERT INTO question_views (question_id, views, thousand_at) VALUES %s
            ON DUPLICATE KEY UPDATE
              thousand_at = IF(thousand_at IS NULL AND views + VALUES(views) >= MANY, ?, thousand_at),
              views = views + VALUES(views)""".replace("MANY", Integer.toString(MANY));

    private final Jdbc jdbc;
    private final ViewCounts counts;
    private final ViewsConfig config;
    private final Clock clock;

    WriteViews(AgroalDataSource database, ViewCounts counts, ViewsConfig config, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.counts = counts;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public String schedule() {
        return config.schedule();
    }

    @Override
    public void run() {
        ViewCounts.Batch batch = counts.take();
        if (batch.number() != 0) {
            add(batch);
            counts.confirm();
        }
    }

    /** Adds the batch, unless it is the one that was added last. */
    void add(ViewCounts.Batch batch) {
        try {
            jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
                long last = Jdbc.query(connection, LAST, row -> row.getLong("value"))
                        .get(0);
                if (last != batch.number()) {
                    write(connection, new ArrayList<>(batch.views().entrySet()));
                    Jdbc.update(connection, MOVE, batch.number());
                }
                return null;
            });
        } catch (SQLException e) {
            throw new IllegalStateException("views cannot be written", e);
        }
    }

    private void write(Connection connection, List<Map.Entry<Long, Integer>> views) throws SQLException {
        Instant now = clock.instant();
        for (int from = 0; from < views.size(); from += ROWS) {
            List<Map.Entry<Long, Integer>> some = views.subList(from, Math.min(from + ROWS, views.size()));
            List<Object> values = new ArrayList<>();
            for (Map.Entry<Long, Integer> view : some) {
                values.add(view.getKey());
                values.add(view.getValue());
                values.add(view.getValue() >= MANY ? now : null);
            }
            String rows = String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?)"));
            values.add(now);
            Jdbc.update(connection, ADD.formatted(rows), values.toArray());
        }
    }
}
