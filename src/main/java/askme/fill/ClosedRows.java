package askme.fill;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import javax.sql.DataSource;

/** Closes some questions of a run by votes, a third of them as duplicates of the question before. It can run again after it was stopped. */
final class ClosedRows {

    private static final int QUESTIONS_A_TRANSACTION = 2000;

    private static final String CLOSED = """
            INSERT IGNORE INTO closed_question (question_id, reason, duplicate_of, closed_how, closed_at)
            SELECT id, ELT(1 + MOD(id, 3), 'duplicate', 'unclear', 'off-topic'), IF(MOD(id, 3) = 0, id - 1, NULL), 'votes',
                   LEAST(asked_at + INTERVAL 1 DAY, ?)
            FROM question WHERE id BETWEEN ? AND ? AND MOD(id, 61) = 47 AND hidden = 0""";

    private static final String VOTES = """
            INSERT IGNORE INTO close_vote (question_id, act, member_id, reason, duplicate_of, voted_at)
            SELECT k.question_id, 'close', m.id, k.reason, k.duplicate_of, k.closed_at
            FROM closed_question k JOIN member m ON m.id BETWEEN ? AND ? WHERE k.question_id BETWEEN ? AND ?""";

    private static final String STATE = """
            UPDATE question q JOIN closed_question k ON k.question_id = q.id
            SET q.version = q.version + (IF(k.reason = 'duplicate', 2, 1) << 56)
            WHERE q.id BETWEEN ? AND ? AND q.closed = 0""";

    private final Jdbc jdbc;
    private final FillRun run;

    ClosedRows(DataSource database, FillRun run) {
        this.jdbc = new Jdbc(database);
        this.run = run;
    }

    void write() throws SQLException {
        long last = run.questionBase() + run.size().questions();
        LocalDateTime now = Jdbc.utc(Instant.ofEpochMilli(run.now()));
        // The first question has none before it.
        for (long from = run.questionBase() + 2; from <= last; from += QUESTIONS_A_TRANSACTION) {
            write(now, from, Math.min(last, from + QUESTIONS_A_TRANSACTION - 1));
        }
    }

    private void write(LocalDateTime now, long from, long to) throws SQLException {
        long member = run.memberBase() + 1;
        jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            Jdbc.update(connection, CLOSED, now, from, to);
            Jdbc.update(connection, VOTES, member, member + 2, from, to);
            return Jdbc.update(connection, STATE, from, to);
        });
    }
}
