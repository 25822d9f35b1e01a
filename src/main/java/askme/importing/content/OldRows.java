package askme.importing.content;

import java.io.IOException;
import java.sql.SQLException;

/** The rows of a file or a table, one after the other. Two readings have the same order. */
public interface OldRows<R> extends AutoCloseable {

    /** Leaves out the rows up to a position. They are stored already. */
    void skipTo(long position) throws IOException, SQLException;

    /** The next row; null after the last one. */
    R next() throws IOException, SQLException;

    /** The position after the row that was read last. */
    long position();

    @Override
    void close() throws IOException;
}
