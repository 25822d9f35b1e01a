package askme.importing.stackexchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A part of the import: it reads one file, and stores its rows in batches, each with the progress in one transaction. */
abstract class Stage {

    final String name;
    final String file;
    final Dump dump;
    private final List<DumpRow> rows = new ArrayList<>();

    Stage(String name, String file, Dump dump) {
        this.name = name;
        this.file = file;
        this.dump = dump;
    }

    /** Whether the row belongs to this stage. Throws if it would, but is broken: that is reported, and the row is left out. */
    abstract boolean accepts(DumpRow row) throws DumpRow.Fault;

    /** Converts the rows, in the order of the file. In a dry run nothing is written afterwards. */
    abstract void convert(List<DumpRow> rows);

    /** Writes what was converted. */
    abstract void write(Connection connection) throws SQLException;

    /** Whether a batch may end between the two rows. */
    boolean mayEndBetween(DumpRow before, DumpRow after) {
        return true;
    }

    void add(DumpRow row) {
        try {
            if (accepts(row)) {
                rows.add(row);
            }
        } catch (DumpRow.Fault e) {
            leaveOut(row, e.getMessage());
        }
    }

    void leaveOut(DumpRow row, String why) {
        dump.report().note("rows that were left out", row.where(), why);
    }

    void convert() {
        convert(rows);
        rows.clear();
    }
}
