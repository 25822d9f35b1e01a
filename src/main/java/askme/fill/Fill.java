package askme.fill;

import askme.question.Anchors;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Fills the database. 1. Plans everything in memory, so that ratings and counts are known before the first row. 2. Writes
 * the rows in two lanes, a few thousand a transaction, with the mark of how far it is in the same one. 3. Adds to the
 * site's counters, rebuilds the page anchors, drops the marks. Stopped anywhere and started again, it goes on.
 */
@ApplicationScoped
class Fill {

    private static final int UNITS_A_TRANSACTION = 2000;

    private final DataSource database;
    private final Anchors anchors;
    private final Clock clock;

    Fill(DataSource database, Anchors anchors, Clock clock) {
        this.database = database;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** What was made, for the last line of the output. */
    record Made(Run run, long votes, String somebody) {}

    /** The run that an earlier start left unfinished. */
    Optional<Run> unfinished() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return FillLog.unfinished(connection);
        }
    }

    /** Goes on with the unfinished run if there is one, whatever {@code size} and {@code seed} say; else starts one. */
    Made run(Size size, long seed, Rows.Account account, PrintStream out) throws SQLException {
        Run run;
        Rows rows;
        Plan plan;
        try (Connection connection = database.getConnection()) {
            Optional<Run> before = FillLog.unfinished(connection);
            run = before.isPresent() ? before.get() : FillLog.start(connection, size, seed, clock.millis());
            plan = new Plan(run.size(), run.seed(), run.now());
            rows = rows(connection, run, plan, account);
        }
        write(rows.lanes(), bar(run, plan, rows, out));
        finish(run);
        return new Made(run, plan.votes(), rows.nickname(0));
    }

    static Rows rows(Connection connection, Run run, Plan plan, Rows.Account account) throws SQLException {
        Topics topics = new Topics();
        List<Topics.Topic> tags =
                topics.tags(run.size().tags(), words(connection, "SELECT name FROM tag WHERE id <= " + run.tagBase()));
        Set<String> taken = words(connection, "SELECT nickname FROM member WHERE id <= " + run.memberBase());
        String[] nicknames =
                new Nicknames().choose(run.size().members(), taken, Dice.of(run.seed(), Dice.Purpose.MEMBERS, 1));
        return new Rows(run, plan, topics, tags, nicknames, account);
    }

    private ProgressBar bar(Run run, Plan plan, Rows rows, PrintStream out) throws SQLException {
        Size size = run.size();
        long posts = (long) size.members() + size.tags() + size.questions() + size.answers();
        long before = 0;
        try (Connection connection = database.getConnection()) {
            for (Rows.Step step : rows.lanes().stream().flatMap(List::stream).toList()) {
                before += plan.rows(step.name(), FillLog.done(connection, step.name()));
            }
        }
        return new ProgressBar(out, System.console() != null, posts + plan.votes(), before, System::nanoTime);
    }

    private void write(List<List<Rows.Step>> lanes, ProgressBar bar) throws SQLException {
        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        try {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (List<Rows.Step> lane : lanes) {
                running.add(CompletableFuture.runAsync(() -> walk(lane, bar), threads));
            }
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new SQLException("fill-db stopped; run it again to continue from here", e.getCause());
        } finally {
            threads.shutdown();
        }
        bar.finish();
    }

    /** Foreign keys are off in this session: the plan keeps them, and the lanes need not wait for each other. */
    private void walk(List<Rows.Step> lane, ProgressBar bar) {
        try (Connection connection = database.getConnection();
                Statement session = connection.createStatement()) {
            session.execute("SET SESSION foreign_key_checks = 0");
            connection.setAutoCommit(false);
            try {
                for (Rows.Step step : lane) {
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

    private static void write(Connection connection, Rows.Step step, ProgressBar bar) throws SQLException {
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

    private void finish(Run run) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (FillLog.done(connection, "counters") == 0) {
                String add = "UPDATE site_counter SET value = value + %d WHERE name = '%s'";
                statement.executeUpdate(add.formatted(run.size().questions(), "questions"));
                statement.executeUpdate(add.formatted(run.size().members(), "members"));
                statement.executeUpdate(add.formatted(run.size().tags(), "tags"));
                FillLog.done(connection, "counters", 1);
            }
            connection.commit();
            connection.setAutoCommit(true);
            anchors.rebuild();
            FillLog.finish(connection);
        }
    }

    private static Set<String> words(Connection connection, String sql) throws SQLException {
        Set<String> words = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                words.add(row.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
