package askme.admin;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The counters that {@code reconcile} would repair. */
public final class WrongCounters {

    private WrongCounters() {}

    public static List<String> of(DataSource database) {
        List<String> wrong = new ArrayList<>();
        try {
            for (Counter counter : Counter.ALL) {
                new Reconciler(database)
                        .run(
                                counter,
                                false,
                                row -> wrong.add(row.counter() + "#" + row.id() + ": " + row.stored() + ", not "
                                        + row.counted()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return wrong;
    }
}
