package askme.importing;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How far a stage of an import has come.
 *
 * @param position the rows of its file that are stored, or the last id that was handled
 */
public record ImportProgress(long position, boolean ended) {

    private static final String PUT =
            "INSERT INTO import_progress (source_id, stage, position, ended) VALUES (?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE position = VALUES(position), ended = VALUES(ended)";

    public static ImportProgress of(Connection connection, ImportSource source, String stage) throws SQLException {
        List<ImportProgress> found = Jdbc.query(
                connection,
                "SELECT position, ended FROM import_progress WHERE source_id = ? AND stage = ?",
                row -> new ImportProgress(row.getLong("position"), row.getBoolean("ended")),
                source.id(),
                stage);
        return found.isEmpty() ? new ImportProgress(0, false) : found.get(0);
    }

    /** Stores the progress in the caller's transaction, with the rows themselves. */
    public static void put(Connection connection, ImportSource source, String stage, long position, boolean ended)
            throws SQLException {
        Jdbc.update(connection, PUT, source.id(), stage, position, ended);
    }
}
