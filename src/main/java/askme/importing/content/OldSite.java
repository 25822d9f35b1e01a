package askme.importing.content;

import askme.importing.ImportReport;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A reader of a site in another form. The writing half is the same for all of them. */
public interface OldSite {

    /** Reads everything once: which rows exist, and what the stages must know before they begin. */
    KnownRows survey(ImportReport report, PrintStream out) throws IOException, SQLException;

    /** The old ids of the numbers that the rows have. */
    OldIds ids();

    /**
     * The stages in their order: members, questions, answers, and then what belongs to them.
     *
     * @param connection to this site
     */
    List<Stage<?, ?>> stages(ImportRun run, Connection connection) throws SQLException;
}
