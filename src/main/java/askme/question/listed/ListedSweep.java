package askme.question.listed;

import askme.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Compares the table {@code listed_question} with the posts, the newest questions first, and repairs it. This fills the lists of an
 * existing site, and later finds what a process of the previous version wrote. It stores its position after each batch, so it can
 * stop at any time. One statement compares one state of the database, and each change of a post changes the lists in its own
 * transaction, so a difference is always an error. A later time than that of the posts is right: somebody deleted an answer.
 */
@ApplicationScoped
public class ListedSweep {

    private static final int IDS_A_BATCH = 500;

    /** Each transaction locks so many questions for some milliseconds. */
    private static final int ROWS_A_TRANSACTION = 50;

    private static final String LAST_ACTIVITY = """
            GREATEST(q.asked_at, COALESCE(q.edited_at, q.asked_at),
              COALESCE((SELECT MAX(GREATEST(a.answered_at, COALESCE(a.edited_at, a.answered_at)))
                        FROM answer a FORCE INDEX (answer_visible_newer) WHERE a.question_id = q.id AND a.hidden = 0), q.asked_at),
              COALESCE((SELECT MAX(c.posted_at) FROM comment c WHERE c.question_id = q.id), q.asked_at))""";

    private static final String GOOD_ANSWERS =
            "(SELECT COUNT(*) FROM answer a FORCE INDEX (answer_visible_order) WHERE a.question_id = q.id AND a.hidden = 0 AND (a.accepted = 1 OR a.rating > 0))";

    /** Questions of a range of ids whose rows are not as they should be. */
    public static final String STALE = """
            SELECT q.id FROM question q FORCE INDEX (PRIMARY) LEFT JOIN listed_question l ON l.question_id = q.id AND l.tag_id = 0
            WHERE q.hidden = 0 AND q.id >= ? AND q.id < ?
              AND (l.question_id IS NULL OR l.good_answers <> %s OR l.active_at < %s
                OR (SELECT COUNT(*) FROM listed_question x WHERE x.question_id = q.id)
                   <> 1 + (SELECT COUNT(*) FROM question_tag t JOIN listed_question x
                             ON x.question_id = t.question_id AND x.tag_id = t.tag_id
                           WHERE t.question_id = q.id AND x.active_at = l.active_at AND x.good_answers = l.good_answers)
                OR EXISTS (SELECT t.tag_id FROM question_tag t WHERE t.question_id = q.id
                             AND NOT EXISTS (SELECT x.tag_id FROM listed_question x
                                             WHERE x.question_id = t.question_id AND x.tag_id = t.tag_id)))
            ORDER BY q.id LIMIT ?""".formatted(GOOD_ANSWERS, LAST_ACTIVITY);

    public static final String ORPHANS = "SELECT DISTINCT l.question_id AS id FROM listed_question l"
            + " LEFT JOIN question q ON q.id = l.question_id AND q.hidden = 0 WHERE l.question_id >= ? AND l.question_id < ? AND q.id IS NULL LIMIT ?";

    public static final String BATCH =
            "SELECT MIN(id) AS first, COUNT(*) AS ids FROM (SELECT id FROM question WHERE id < ? ORDER BY id DESC LIMIT ?) batch";

    private static final String LOCK =
            "SELECT id FROM question FORCE INDEX (PRIMARY) WHERE id IN (%s) ORDER BY id FOR UPDATE";
    private static final String REMOVE = "DELETE FROM listed_question WHERE question_id IN (%s)";
    private static final String PUT = "INSERT INTO listed_question (question_id, tag_id, active_at, good_answers)"
            + " SELECT q.id, 0, " + LAST_ACTIVITY + ", " + GOOD_ANSWERS
            + " FROM question q FORCE INDEX (PRIMARY) WHERE q.hidden = 0 AND q.id IN (%s)";
    private static final String PUT_TAGS = "INSERT INTO listed_question (question_id, tag_id, active_at, good_answers)"
            + " SELECT l.question_id, t.tag_id, l.active_at, l.good_answers FROM listed_question l"
            + " JOIN question_tag t ON t.question_id = l.question_id WHERE l.tag_id = 0 AND l.question_id IN (%s)";

    private static final String PROGRESS = "SELECT position, ended_at FROM listed_progress WHERE id = 1";
    private static final String MOVE = "UPDATE listed_progress SET position = ? WHERE id = 1";
    private static final String FINISH = "UPDATE listed_progress SET position = NULL, ended_at = ? WHERE id = 1";

    private final Jdbc jdbc;
    private final Clock clock;

    ListedSweep(DataSource database, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.clock = clock;
    }

    /** @param position the lowest id that was compared; the next batch is below it */
    private record Progress(long position, Instant endedAt) {

        static Progress of(ResultSet row) throws SQLException {
            long position = row.getLong("position");
            return new Progress(row.wasNull() ? Long.MAX_VALUE : position, Jdbc.instant(row, "ended_at"));
        }

        boolean due(Instant now, Duration pause) {
            return position < Long.MAX_VALUE
                    || endedAt == null
                    || endedAt.plus(pause).isBefore(now);
        }
    }

    /** Questions from {@code first} to before {@code end}. */
    private record Batch(long first, long end, boolean last) {

        private static Batch of(ResultSet row, long end) throws SQLException {
            boolean last = row.getInt("ids") < IDS_A_BATCH;
            return new Batch(last ? 0 : row.getLong("first"), end, last);
        }
    }

    /** Compares the newest questions, and continues with all others until {@code until}. Returns how many it repaired. */
    long run(Duration pause, Instant until) throws SQLException {
        long repaired = repair(
                before(Long.MAX_VALUE)); // posts by a process of the previous version, during a rolling deployment
        Progress progress = jdbc.query(PROGRESS, Progress::of).get(0);
        if (!progress.due(clock.instant(), pause)) {
            return repaired;
        }
        long position = progress.position;
        while (clock.instant().isBefore(until)) {
            Batch batch = before(position);
            repaired += repair(batch);
            if (batch.last) {
                jdbc.update(FINISH, clock.instant());
                return repaired;
            }
            position = batch.first;
            jdbc.update(MOVE, position);
        }
        return repaired;
    }

    /** The number of questions that are listed wrongly; {@code repair} also corrects them. */
    public long compare(boolean repair) throws SQLException {
        long wrong = 0;
        long position = Long.MAX_VALUE;
        while (true) {
            Batch batch = before(position);
            wrong += repair
                    ? repair(batch)
                    : wrong(batch, IDS_A_BATCH).size() + orphans(batch).size();
            if (batch.last) {
                return wrong;
            }
            position = batch.first;
        }
    }

    private Batch before(long id) throws SQLException {
        return jdbc.query(BATCH, row -> Batch.of(row, id), id, IDS_A_BATCH).get(0);
    }

    private long repair(Batch batch) throws SQLException {
        long repaired = 0;
        List<Long> wrong = wrong(batch, ROWS_A_TRANSACTION);
        while (!wrong.isEmpty()) {
            List<Long> ids = wrong;
            jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> put(connection, ids));
            repaired += ids.size();
            wrong = wrong(batch, ROWS_A_TRANSACTION);
        }
        List<Long> orphans = orphans(batch);
        if (!orphans.isEmpty()) {
            jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> put(connection, orphans));
        }
        return repaired + orphans.size();
    }

    private List<Long> wrong(Batch batch, int limit) throws SQLException {
        return jdbc.query(STALE, row -> row.getLong("id"), batch.first, batch.end, limit);
    }

    private List<Long> orphans(Batch batch) throws SQLException {
        return jdbc.query(ORPHANS, row -> row.getLong("id"), batch.first, batch.end, IDS_A_BATCH);
    }

    /** Lists these questions as their posts say. A question that does not exist or is deleted is not listed any longer. */
    public static Void put(Connection connection, List<Long> questions) throws SQLException {
        String ids = questions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        Jdbc.query(
                connection,
                LOCK.formatted(ids),
                row -> row.getLong("id")); // a change that is not committed yet comes first
        for (String sql : List.of(REMOVE, PUT, PUT_TAGS)) {
            Jdbc.update(connection, sql.formatted(ids));
        }
        return null;
    }
}
