package askme.importing.stackexchange;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Imports a dump. It reads all files once, then the stages store members, questions, answers, comments, votes, revisions and links, and at
 * the end counts and indexes are computed. Each batch is a transaction with its progress, so it continues after it was killed.
 */
final class StackExchangeImport {

    private static final String LOCK = "askme-import";
    private static final int ROWS_A_MESSAGE = 50_000;

    private final DataSource database;
    private final Clock clock;
    private final Predicate<String> reserved;
    private final int rowsABatch;

    /** @param reserved whether nobody may have a nickname */
    StackExchangeImport(DataSource database, Clock clock, Predicate<String> reserved, int rowsABatch) {
        this.database = database;
        this.clock = clock;
        this.reserved = reserved;
        this.rowsABatch = rowsABatch;
    }

    /** Returns false if another import runs. */
    boolean run(Options options, ImportReport report, PrintStream out) throws IOException, SQLException {
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
                run(connection, options, report, out);
                return true;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                session.execute("SET SESSION foreign_key_checks = 1");
                session.execute("DO RELEASE_LOCK('" + LOCK + "')");
            }
        }
    }

    private void run(Connection connection, Options options, ImportReport report, PrintStream out)
            throws IOException, SQLException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ImportSource source = options.dry()
                ? ImportSource.planned(connection, options.source())
                : ImportSource.begin(connection, options.source(), now);
        connection.commit();
        if (source.ended() != null) {
            out.println("The source " + source.name() + " was imported already. Nothing was changed.");
            return;
        }
        out.println("Reading the files.");
        Survey survey = Survey.of(options.folder(), report);
        Dump dump = new Dump(source, survey, report, now);
        if (!options.dry()) {
            reserveIds(connection, dump);
        }
        for (Stage stage : stages(connection, dump)) {
            boolean read = !(stage instanceof TagRows) || !survey.tagOfPost.isEmpty();
            if (read && survey.files.contains(stage.file)) {
                run(connection, stage, options, out);
            }
        }
        if (!options.dry()) {
            out.println("Counting, listing and indexing.");
            new Settler(connection, source, survey).run();
            ImportEnd.write(connection);
            Jdbc.update(connection, "UPDATE import_source SET ended_at = ? WHERE id = ?", clock.instant(), source.id());
            connection.commit();
        }
    }

    private List<Stage> stages(Connection connection, Dump dump) throws SQLException {
        TagStore tags = new TagStore();
        return List.of(
                new MemberRows(dump, reserved, connection),
                new QuestionRows(dump, tags),
                new AnswerRows(dump),
                new TagRows(dump, tags),
                new CommentRows(dump),
                new VoteRows(dump),
                new RevisionRows(dump),
                new LinkRows(dump));
    }

    private void run(Connection connection, Stage stage, Options options, PrintStream out)
            throws IOException, SQLException {
        ImportProgress done = options.dry()
                ? new ImportProgress(0, false)
                : ImportProgress.of(connection, stage.dump.source(), stage.name);
        if (done.ended()) {
            return;
        }
        try (DumpFile rows = new DumpFile(options.folder().resolve(stage.file), (line, error) -> {})) {
            while (rows.rows() < done.position() && rows.next() != null) {
                // These rows are stored.
            }
            DumpRow before = null;
            long begun = rows.rows();
            for (DumpRow row = rows.next(); row != null; row = rows.next()) {
                if (rows.rows() - 1 - begun >= rowsABatch && stage.mayEndBetween(before, row)) {
                    store(connection, stage, rows.rows() - 1, false, options.dry());
                    begun = rows.rows() - 1;
                }
                stage.add(row);
                before = row;
                if (rows.rows() % ROWS_A_MESSAGE == 0) {
                    out.printf("%s: %,d rows of %s%n", stage.name, rows.rows(), stage.file);
                }
            }
            store(connection, stage, rows.rows(), true, options.dry());
        }
    }

    private static void store(Connection connection, Stage stage, long position, boolean ended, boolean dry)
            throws SQLException {
        stage.convert();
        if (!dry) {
            stage.write(connection);
            ImportProgress.put(connection, stage.dump.source(), stage.name, position, ended);
            connection.commit();
        }
    }

    /** A rolled back row moves the counter of a table, so that no new row of the site gets an id of the import. */
    private static void reserveIds(Connection connection, Dump dump) throws SQLException {
        ImportSource source = dump.source();
        Survey survey = dump.survey();
        String now = "UTC_TIMESTAMP(6)";
        insert(
                connection,
                "member (id, nickname, joined_at) VALUES (?, CONCAT('r', UUID_SHORT()), " + now + ")",
                source.member(survey.lastUser() + 1));
        insert(
                connection,
                "question (id, author_id, title, body, excerpt, asked_at) VALUES (?, 0, '', '', '', " + now + ")",
                source.question(survey.lastPost() + 1));
        insert(
                connection,
                "answer (id, question_id, author_id, body, answered_at) VALUES (?, 0, 0, '', " + now + ")",
                source.answer(survey.lastPost() + 1));
        insert(
                connection,
                "comment (id, question_id, author_id, body, posted_at) VALUES (?, 0, 0, '', " + now + ")",
                source.comment(survey.lastComment() + 1));
    }

    private static void insert(Connection connection, String row, long id) throws SQLException {
        Jdbc.update(connection, "INSERT INTO " + row, id);
        connection.rollback();
    }
}
