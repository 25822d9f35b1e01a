package askme.admin;

import askme.command.Command;
import askme.database.Jdbc;
import askme.pagecache.PageChanges;
import askme.question.listed.ListedSweep;
import askme.search.index.IndexSweep;
import askme.search.index.IndexTable;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Compares the counters and lists with the votes, answers and tags, and repairs the wrong ones. */
@ApplicationScoped
class Reconcile implements Command {

    private static final int DIFFERENT = 1;
    private static final int WRONG_USAGE = 2;

    /** The maximum number of logged differences of each counter. */
    private static final int SHOWN = 20;

    private final AgroalDataSource database;
    private final Reconciler reconciler;
    private final IndexSweep index;
    private final ListedSweep lists;

    Reconcile(AgroalDataSource database, IndexSweep index, ListedSweep lists) {
        this.database = database;
        this.reconciler = new Reconciler(database);
        this.index = index;
        this.lists = lists;
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String usage() {
        return "[--check]  compares every counter with the rows it counts and repairs it; --check only reports, with exit code 1 for a difference";
    }

    @Override
    public int run(List<String> args) throws SQLException {
        boolean check = args.equals(List.of("--check"));
        if (!check && !args.isEmpty()) {
            return WRONG_USAGE;
        }
        long wrong = 0;
        for (Counter counter : Counter.ALL) {
            wrong += reconcile(counter, !check);
        }
        for (IndexTable table : IndexTable.values()) {
            long rows = index.compare(table, !check);
            Log.infof("%s wrong=%d", table.table, rows);
            wrong += rows;
        }
        long listed = lists.compare(!check);
        Log.infof("listed_question wrong=%d", listed);
        wrong += listed;
        if (wrong > 0 && !check) {
            new Jdbc(database).update(PageChanges.SITE);
        }
        Log.infof("counters wrong=%d repaired=%d", wrong, check ? 0 : wrong);
        return check && wrong > 0 ? DIFFERENT : 0;
    }

    private long reconcile(Counter counter, boolean repair) throws SQLException {
        AtomicLong wrong = new AtomicLong();
        reconciler.run(counter, repair, row -> {
            if (wrong.incrementAndGet() <= SHOWN) {
                Log.warnf("%s id=%d stored=%d counted=%d", row.counter(), row.id(), row.stored(), row.counted());
            }
        });
        Log.infof("%s wrong=%d", counter.name(), wrong.get());
        return wrong.get();
    }
}
