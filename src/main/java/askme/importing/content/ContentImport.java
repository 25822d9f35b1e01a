package askme.importing.content;

import askme.database.Jdbc;
import askme.importing.ImportEnd;
import askme.importing.ImportFormat.Options;
import askme.importing.ImportProgress;
import askme.importing.ImportReport;
import askme.importing.ImportSource;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Imports an old site. It reads everything once, then the stages store members, questions, answers, comments, votes, revisions and links,
 * and at the end counts and indexes are computed. Each batch is a transaction with its progress, so it continues after it was killed.
 */
public final class ContentImport {

    private static final String LOCK = "askme-import";
    private static final int ROWS_A_MESSAGE = 50_000;

    private final DataSource database;
    private final Clock clock;
    private final Predicate<String> reserved;
    private final int rowsABatch;

    /** @param reserved whether nobody may have a nickname */
    public ContentImport(DataSource database, Clock clock, Predicate<String> reserved, int rowsABatch) {
        this.database = database;
        this.clock = clock;
        this.reserved = reserved;
        this.rowsABatch = rowsABatch;
    }

    /** Returns false if another import runs. */
    public boolean run(OldSite site, Options options, ImportReport report, PrintStream out)
            throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                Statement session = connection.createStatement()) {
            boolean alone = Jdbc.query(connection, "SELECT GET_LOCK(?, 0) AS got", row -> row.getInt("got"), LOCK)
                            .get(0)
                    == 1;
            if (!alone) {
                out.println("Another import runs.");
                return false;
            }
            session.execute("SET SESSION foreign_key_checks = 0");
            connection.setAutoCommit(false);
            try {
                run(connection, site, options, report, out);
                return true;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                session.execute("SET SESSION foreign_key_checks = 1");
                session.execute("DO RELEASE_LOCK('" + LOCK + "')");
            }
        }
    }

    private void run(Connection connection, OldSite site, Options options, ImportReport report, PrintStream out)
            throws IOException, SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ImportSource source = options.dry()
                ? ImportSource.planned(connection, options.source())
                : ImportSource.begin(connection, options.source(), now);
        connection.commit();
        if (source.ended() != null) {
            out.println("The source " + source.name() + " was imported already. Nothing was changed.");
            return;
        }
        out.println("Reading what there is.");
        KnownRows known = site.survey(report, out);
        ImportRun run = new ImportRun(source, known, site.ids(), report, reserved, now);
        if (!options.dry()) {
            reserveIds(connection, run);
        }
        for (Stage<?, ?> stage : site.stages(run, connection)) {
            if (stage.exists()) {
                run(connection, stage, options.dry(), out);
            }
        }
        if (!options.dry()) {
            out.println("Counting, listing and indexing.");
            new Settler(connection, source, known).run();
            ImportEnd.write(connection);
            Jdbc.update(connection, "UPDATE import_source SET ended_at = ? WHERE id = ?", clock.instant(), source.id());
            connection.commit();
        }
    }

    private <R extends OldRow> void run(Connection connection, Stage<R, ?> stage, boolean dry, PrintStream out)
            throws IOException, SQLException {
        ImportProgress done =
                dry ? new ImportProgress(0, false) : ImportProgress.of(connection, stage.run.source(), stage.name);
        if (done.ended()) {
            return;
        }
        try (OldRows<R> rows = stage.open()) {
            rows.skipTo(done.position());
            long position = rows.position();
            long read = 0;
            int size = 0;
            R before = null;
            for (R row = rows.next(); row != null; row = rows.next()) {
                if (size >= rowsABatch && stage.mayEndBetween(before, row)) {
                    store(connection, stage, position, false, dry);
                    size = 0;
                }
                stage.add(row);
                size++;
                before = row;
                position = rows.position();
                if (++read % ROWS_A_MESSAGE == 0) {
                    out.printf("%s: %,d rows%n", stage.name, read);
                }
            }
            store(connection, stage, position, true, dry);
        }
    }

    private static void store(Connection connection, Stage<?, ?> stage, long position, boolean ended, boolean dry)
            throws SQLException {
        stage.store(connection, dry);
        if (!dry) {
            ImportProgress.put(connection, stage.run.source(), stage.name, position, ended);
            connection.commit();
        }
    }

    /** A rolled back row moves the counter of a table, so that no new row of the site gets an id of the import. */
    private static void reserveIds(Connection connection, ImportRun run) throws SQLException {
        ImportSource source = run.source();
        KnownRows known = run.known();
        String now = "UTC_TIMESTAMP(6)";
        insert(
                connection,
                "member (id, nickname, joined_at) VALUES (?, CONCAT('r', UUID_SHORT()), " + now + ")",
                source.member(known.lastMember() + 1));
        insert(
                connection,
                "question (id, author_id, title, body, excerpt, asked_at) VALUES (?, 0, '', '', '', " + now + ")",
                source.question(known.lastPost() + 1));
        insert(
                connection,
                "answer (id, question_id, author_id, body, answered_at) VALUES (?, 0, 0, '', " + now + ")",
                source.answer(known.lastPost() + 1));
        insert(
                connection,
                "comment (id, question_id, author_id, body, posted_at) VALUES (?, 0, 0, '', " + now + ")",
                source.comment(known.lastComment() + 1));
    }

    private static void insert(Connection connection, String row, long id) throws SQLException {
        Jdbc.update(connection, "INSERT INTO " + row, id);
        connection.rollback();
    }
}
