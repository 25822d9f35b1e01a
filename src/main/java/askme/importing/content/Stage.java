package askme.importing.content;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A part of the import: it reads one file or table, and stores its rows in batches, each with the progress in one transaction.
 *
 * @param <R> a row of the old site
 * @param <C> a row for this site
 */
public abstract class Stage<R extends OldRow, C> {

    protected final ImportRun run;
    final String name;
    private final ContentTable<C> table;
    private final List<R> rows = new ArrayList<>();

    /** @param name at most 16 letters, for the table of the progress */
    protected Stage(String name, ImportRun run, ContentTable<C> table) {
        this.name = name;
        this.run = run;
        this.table = table;
    }

    /** Opens the rows. Several stages may read the same. */
    protected abstract OldRows<R> open() throws IOException, SQLException;

    /** Whether the old site has these rows. */
    protected boolean exists() {
        return true;
    }

    /** Whether the row belongs to this stage. Throws if it would, but is broken: that is reported, and the row is left out. */
    protected boolean accepts(R row) throws RowFault {
        return true;
    }

    /** A row for this site. Several threads call it. */
    protected abstract C convert(R row) throws RowFault;

    /** The rows of a batch for this site, in the same order. */
    protected List<C> convert(List<R> batch) {
        return batch.parallelStream()
                .map(this::convertOrLeaveOut)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether a batch may end between the two rows. */
    protected boolean mayEndBetween(R before, R after) {
        return true;
    }

    private C convertOrLeaveOut(R row) {
        try {
            return convert(row);
        } catch (RowFault e) {
            leaveOut(row, e.getMessage());
            return null;
        }
    }

    protected final void leaveOut(R row, String why) {
        run.leaveOut(row, why);
    }

    final void add(R row) {
        try {
            if (accepts(row)) {
                rows.add(row);
            }
        } catch (RowFault e) {
            leaveOut(row, e.getMessage());
        }
    }

    /** Ends a batch. In a dry run nothing is written. */
    final void store(Connection connection, boolean dry) throws SQLException {
        List<C> batch = convert(rows);
        rows.clear();
        table.prepare(batch);
        if (!dry) {
            table.write(connection, batch);
        }
    }
}
