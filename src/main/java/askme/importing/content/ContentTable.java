package askme.importing.content;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes one kind of rows. Readers of all formats make these rows.
 *
 * @param <C> a row for this site
 */
public abstract class ContentTable<C> {

    final ImportRun run;
    private final String counted;

    /** @param counted the rows in the report's words */
    ContentTable(ImportRun run, String counted) {
        this.run = run;
        this.counted = counted;
    }

    /** Looks at the rows of a batch before they are written. A dry run does this too, and writes nothing. */
    void prepare(List<C> rows) {
        count(rows.size());
    }

    /** Writes the prepared rows in the caller's transaction. */
    abstract void write(Connection connection, List<C> rows) throws SQLException;

    final void count(int rows) {
        run.report().count(counted, rows);
    }

    /** Leaves out a row that was counted. */
    final void leaveOut(OldRow row, String why) {
        run.leaveOut(row, why);
        count(-1);
    }
}
