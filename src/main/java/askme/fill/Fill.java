package askme.fill;

import askme.database.Jdbc;
import askme.question.Anchors;
import askme.question.listed.ListedSweep;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * Fills the database. A fill that was stopped at any point continues at the next start.
 *
 * <ol>
 *   <li>Plans everything in memory, so that ratings and counts are known before the first row is written.
 *   <li>Writes the rows in two parallel sequences of steps. A transaction holds a few thousand rows and their progress.
 *   <li>Adds to the site's counters, fills the lists, rebuilds the page anchors, and deletes the log of the progress.
 * </ol>
 */
@ApplicationScoped
class Fill {

    private static final int UNITS_A_TRANSACTION = 2000;
    private static final int LISTED_A_TRANSACTION = 500;

    private final DataSource database;
    private final Anchors anchors;
    private final Clock clock;

    Fill(DataSource database, Anchors anchors, Clock clock) {
        this.database = database;
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * Numbers for the last lines of the output.
     *
     * @param nickname one of the new members
     */
    record Result(FillRun run, long comments, long votes, String nickname) {}

    /** The run that was interrupted; empty if none was. */
    Optional<FillRun> unfinished() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return FillLog.unfinished(connection);
        }
    }

    /** Continues an interrupted run and ignores {@code size} and {@code seed} then; else starts a run. */
    Result run(FillSize size, long seed, RowWriter.Account account, PrintStream out) throws SQLException {
        FillRun run;
        RowWriter rows;
        Plan plan;
        try (Connection connection = database.getConnection()) {
            Optional<FillRun> before = FillLog.unfinished(connection);
            run = before.isPresent() ? before.get() : FillLog.start(connection, size, seed, clock.millis());
            plan = new Plan(run.size(), run.seed(), run.now());
            rows = rows(connection, run, plan, account);
        }
        writeAll(rows.sequences(), bar(run, plan, rows, out));
        finish(run);
        return new Result(run, plan.comments.total(), plan.votes(), rows.nickname(0));
    }

    static RowWriter rows(Connection connection, FillRun run, Plan plan, RowWriter.Account account)
            throws SQLException {
        Topics topics = new Topics();
        List<Topics.Topic> tags =
                topics.tags(run.size().tags(), names(connection, "SELECT name FROM tag WHERE id <= ?", run.tagBase()));
        Set<String> taken = names(connection, "SELECT nickname AS name FROM member WHERE id <= ?", run.memberBase());
        String[] nicknames = new Nicknames()
                .choose(run.size().members(), taken, SeededRandom.of(run.seed(), SeededRandom.Purpose.MEMBERS, 1));
        return new RowWriter(run, plan, topics, tags, nicknames, account);
    }

    private ProgressBar bar(FillRun run, Plan plan, RowWriter rows, PrintStream out) throws SQLException {
        FillSize size = run.size();
        long posts = (long) size.members() + size.tags() + size.questions() + size.answers();
        long before = 0;
        try (Connection connection = database.getConnection()) {
            for (RowWriter.Step step :
                    rows.sequences().stream().flatMap(List::stream).toList()) {
                before += plan.rows(step.name(), FillLog.done(connection, step.name()));
            }
        }
        return new ProgressBar(
                out, System.console() != null, posts + plan.votes() + plan.comments.total(), before, System::nanoTime);
    }

    private void writeAll(List<List<RowWriter.Step>> sequences, ProgressBar bar) throws SQLException {
        ExecutorService threads = Executors.newFixedThreadPool(sequences.size());
        try {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (List<RowWriter.Step> sequence : sequences) {
                running.add(CompletableFuture.runAsync(() -> write(sequence, bar), threads));
            }
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new SQLException("fill-db stopped; run it again to continue from here", e.getCause());
        } finally {
            threads.shutdown();
        }
        bar.finish();
    }

    /** Foreign keys are not checked: the plan satisfies them, and so no sequence has to wait for the other. */
    private void write(List<RowWriter.Step> sequence, ProgressBar bar) {
        try (Connection connection = database.getConnection();
                Statement session = connection.createStatement()) {
            session.execute("SET SESSION foreign_key_checks = 0");
            connection.setAutoCommit(false);
            try {
                for (RowWriter.Step step : sequence) {
                    write(connection, step, bar);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                session.execute("SET SESSION foreign_key_checks = 1");
            }
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void write(Connection connection, RowWriter.Step step, ProgressBar bar) throws SQLException {
        int from = FillLog.done(connection, step.name());
        while (from < step.units()) {
            int to = Math.min(step.units(), from + UNITS_A_TRANSACTION);
            long written = step.writer().write(connection, from, to);
            FillLog.done(connection, step.name(), to);
            connection.commit();
            bar.add(written);
            from = to;
        }
    }

    private void finish(FillRun run) throws SQLException {
        new Jdbc(database).transaction(Connection.TRANSACTION_REPEATABLE_READ, connection -> {
            if (FillLog.done(connection, "counters") == 0) {
                String add = "UPDATE site_counter SET value = value + ? WHERE name = ?";
                Jdbc.update(connection, add, run.size().questions(), "questions");
                Jdbc.update(connection, add, run.size().members(), "members");
                Jdbc.update(connection, add, run.size().tags(), "tags");
                FillLog.done(connection, "counters", 1);
            }
            return run;
        });
        new DeletedCommentRows(database, run).write();
        list(run);
        new InboxRows(database, run).write();
        new ReviewRows(database, run).write();
        new HeldRows(database, run).write();
        new ClosedRows(database, run).write();
        new TagRows(database, run).write();
        new ViewRows(database, run).write();
        anchors.rebuild();
        try (Connection connection = database.getConnection()) {
            FillLog.finish(connection);
        }
    }

    /** After all posts, because a question is listed by its last answer or comment. */
    private void list(FillRun run) throws SQLException {
        long end = run.questionBase() + 1 + run.size().questions();
        for (long from = run.questionBase() + 1; from < end; from += LISTED_A_TRANSACTION) {
            List<Long> ids = LongStream.range(from, Math.min(end, from + LISTED_A_TRANSACTION))
                    .boxed()
                    .toList();
            new Jdbc(database)
                    .transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> ListedSweep.put(connection, ids));
        }
    }

    private static Set<String> names(Connection connection, String sql, long lastId) throws SQLException {
        return Set.copyOf(
                Jdbc.query(connection, sql, row -> row.getString("name").toLowerCase(Locale.ROOT), lastId));
    }
}
