package askme.search.related;

import askme.database.Jdbc;
import askme.search.index.Field;
import askme.search.index.IndexQuery;
import askme.search.index.IndexState;
import askme.search.index.IndexTable;
import askme.search.index.IndexTerm;
import askme.search.related.RelatedRanking.Compared;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * Computes and stores the related questions of a question. The page of a question reads them with the question. The work for one
 * question is bounded: the best matches of its title's words, and the best-rated questions of its tags.
 */
@ApplicationScoped
class RelatedQuestions {

    static final String QUESTION =
            "SELECT id, title, tag_names, answer_count FROM question WHERE id = ? AND hidden = 0";
    static final String NEXT = "SELECT id, title, tag_names, answer_count FROM question FORCE INDEX (question_visible)"
            + " WHERE hidden = 0 AND id > ? ORDER BY id LIMIT ?";
    static final String BY_WORDS = "SELECT q.id, q.title, q.tag_names, q.answer_count FROM (SELECT s.question_id AS id"
            + " FROM search_question s WHERE MATCH (s.words) AGAINST (? IN BOOLEAN MODE) LIMIT 50) page"
            + " JOIN question q ON q.id = page.id";
    static final String BY_TAG = "SELECT q.id, q.title, q.tag_names, q.answer_count FROM (SELECT t.question_id AS id"
            + " FROM question_tag t FORCE INDEX (question_tag_hot) WHERE t.tag_id = (SELECT id FROM tag WHERE name = ?)"
            + " ORDER BY t.rating DESC, t.question_id DESC LIMIT 30) page JOIN question q ON q.id = page.id";
    static final String ORPHANS = "DELETE r FROM related_question r LEFT JOIN question q ON q.id = r.question_id"
            + " WHERE r.question_id > ? AND r.question_id <= ? AND q.id IS NULL";

    private static final String STORED =
            "SELECT related_id FROM related_question WHERE question_id = ? ORDER BY position";
    private static final String PROGRESS = "SELECT position, ended_at FROM related_progress WHERE id = 1";
    private static final String MOVE = "UPDATE related_progress SET position = ? WHERE id = 1";
    private static final String FINISH = "UPDATE related_progress SET position = 0, ended_at = ? WHERE id = 1";

    private static final int A_BATCH = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Jdbc jdbc;
    private final IndexState index;
    private final Clock clock;

    RelatedQuestions(DataSource database, IndexState index, Clock clock) {
        this.jdbc = new Jdbc(database, TIMEOUT);
        this.index = index;
        this.clock = clock;
    }

    /** Computes a new or changed question and those that it is related to. Nothing happens if it does not exist. */
    void relate(long id) throws SQLException {
        for (Compared question : jdbc.query(QUESTION, RelatedQuestions::compared, id)) {
            for (long other : compute(question)) {
                for (Compared related : jdbc.query(QUESTION, RelatedQuestions::compared, other)) {
                    compute(related);
                }
            }
        }
    }

    /** Continues with all questions until {@code end}; begins again {@code pause} after it had come to the last one. */
    void continueWithAll(Duration pause, Instant end) throws SQLException {
        Progress progress = jdbc.query(PROGRESS, Progress::of).get(0);
        if (!index.filled(IndexTable.QUESTIONS) || !progress.due(clock.instant(), pause)) {
            return;
        }
        long position = progress.position;
        while (clock.instant().isBefore(end)) {
            List<Compared> batch = jdbc.query(NEXT, RelatedQuestions::compared, position, A_BATCH);
            for (Compared question : batch) {
                compute(question);
            }
            long last = batch.size() < A_BATCH
                    ? Long.MAX_VALUE
                    : batch.get(A_BATCH - 1).id();
            jdbc.update(ORPHANS, position, last);
            if (last == Long.MAX_VALUE) {
                jdbc.update(FINISH, clock.instant());
                return;
            }
            position = last;
            jdbc.update(MOVE, position);
        }
    }

    private record Progress(long position, Instant endedAt) {

        static Progress of(ResultSet row) throws SQLException {
            return new Progress(row.getLong("position"), Jdbc.instant(row, "ended_at"));
        }

        boolean due(Instant now, Duration pause) {
            return position > 0 || endedAt == null || endedAt.plus(pause).isBefore(now);
        }
    }

    private List<Long> compute(Compared question) throws SQLException {
        List<Long> best = RelatedRanking.best(question, candidates(question));
        if (!best.equals(jdbc.query(STORED, row -> row.getLong("related_id"), question.id()))) {
            jdbc.transaction(
                    Connection.TRANSACTION_READ_COMMITTED, connection -> store(connection, question.id(), best));
        }
        return best;
    }

    private List<Compared> candidates(Compared question) throws SQLException {
        List<Compared> candidates = new ArrayList<>();
        List<IndexTerm> words = IndexTerm.of(String.join(" ", question.words()));
        if (!words.isEmpty()) {
            String any =
                    new IndexQuery(words, List.of(), List.of()).anyOf(Field.TITLE, index.shards(IndexTable.QUESTIONS));
            candidates.addAll(jdbc.query(BY_WORDS, RelatedQuestions::compared, any));
        }
        for (String tag : question.tags()) {
            candidates.addAll(jdbc.query(BY_TAG, RelatedQuestions::compared, tag));
        }
        return candidates;
    }

    private static Void store(Connection connection, long id, List<Long> related) throws SQLException {
        Jdbc.update(connection, "DELETE FROM related_question WHERE question_id = ?", id);
        for (int i = 0; i < related.size(); i++) {
            Jdbc.update(
                    connection,
                    "INSERT INTO related_question (question_id, position, related_id) VALUES (?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE related_id = ?",
                    id,
                    i + 1,
                    related.get(i),
                    related.get(i));
        }
        return null;
    }

    private static Compared compared(ResultSet row) throws SQLException {
        List<String> tags = Arrays.stream(row.getString("tag_names").split(" "))
                .filter(tag -> !tag.isEmpty())
                .toList();
        return Compared.of(row.getLong("id"), row.getString("title"), tags, row.getInt("answer_count") > 0);
    }
}
