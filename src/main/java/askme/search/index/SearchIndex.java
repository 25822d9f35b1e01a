package askme.search.index;

import askme.database.Jdbc;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Keeps the index equal to the posts. Each method works in the caller's transaction, so that no search misses a new post. */
@ApplicationScoped
public class SearchIndex {

    private final AgroalDataSource database;

    SearchIndex(AgroalDataSource database) {
        this.database = database;
    }

    /** Adds or replaces a question. */
    public void putQuestion(long id, String title, String body, Instant editedAt) {
        Object[] row = IndexTable.question(id, title, body, utc(editedAt));
        run(connection -> IndexTable.QUESTIONS.put(connection, row));
    }

    /** Adds or replaces an answer. */
    public void putAnswer(long id, long question, String body, Instant editedAt) {
        Object[] row = IndexTable.answer(id, question, body, utc(editedAt));
        run(connection -> IndexTable.ANSWERS.put(connection, row));
    }

    public void removeQuestion(long id) {
        run(connection -> IndexTable.QUESTIONS.remove(connection, List.of(id)));
    }

    public void removeAnswers(List<Long> ids) {
        run(connection -> IndexTable.ANSWERS.remove(connection, ids));
    }

    private static Object utc(Instant moment) {
        return moment == null ? null : Jdbc.utc(moment);
    }

    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    private void run(Change change) {
        try (Connection connection = database.getConnection()) {
            change.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the search index cannot be changed", e);
        }
    }
}
