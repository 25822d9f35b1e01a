package askme.fill;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.SQLException;

/** Fills the database of the profile {@code FilledSite} once, for all tests that need it. */
@ApplicationScoped
@Unremovable
public class Filled {

    /** 3,000 questions and 30,000 answers: enough for pages behind the first anchors, in a few seconds. */
    public static final FillSize SIZE = new FillSize(300);

    private final Fill fill;
    private boolean done;

    Filled(Fill fill) {
        this.fill = fill;
    }

    public synchronized void once() throws SQLException {
        if (!done) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            fill.run(SIZE, 33, new RowWriter.Account(SharedPassword.known(), true), nowhere);
            done = true;
        }
    }
}
