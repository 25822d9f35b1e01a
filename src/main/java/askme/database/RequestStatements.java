package askme.database;

import askme.resilience.RequestDeadline;
import com.mysql.cj.MysqlConnection;
import com.mysql.cj.NativeSession;
import com.mysql.cj.Query;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Message;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Gives each statement of a request the rest of the request's time, so that a request has one deadline and not one for each
 * statement. {@link ConnectionLimits} adds one object to each connection. The driver's option {@code queryInterceptors} would load
 * this class a second time in tests, because the driver has another class loader there.
 */
final class RequestStatements implements QueryInterceptor {

    /** The SQL state of "timeout expired" (ODBC). */
    static final String TIMEOUT = "HYT00";

    private static final int COM_PING = 0x0e;

    /** A check of an idle connection that took longer was not answered at all. */
    private static final Duration UNANSWERED = Duration.ofMillis(500);

    private static final Duration SAME_SEARCH = Duration.ofSeconds(5);

    /** When this thread began a check that was not answered; 0 if every check was answered. */
    private static final ThreadLocal<long[]> CHECK = ThreadLocal.withInitial(() -> new long[1]);

    private static volatile Runnable onReply = () -> {};

    private final NativeSession session;

    private RequestStatements(NativeSession session) {
        this.session = session;
    }

    /** From now on, this connection's statements end with the request that they serve. */
    static void limit(Connection connection) {
        try {
            NativeSession session =
                    (NativeSession) connection.unwrap(JdbcConnection.class).getSession();
            session.setQueryInterceptors(List.of(new RequestStatements(session)));
        } catch (SQLException e) {
            throw new IllegalStateException("the driver is not MySQL's", e);
        }
    }

    /** {@code listener} is called after each reply of the database. */
    static void listen(Runnable listener) {
        onReply = listener;
    }

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        return this;
    }

    @Override
    public <M extends Message> M preProcess(M packet) {
        if (packet.getByteBuffer()[0] == COM_PING) {
            beforeCheck();
            return null;
        }
        Optional<RequestDeadline> deadline = RequestDeadline.current();
        if (deadline.isPresent()) {
            limit(deadline.get().left());
        }
        return null;
    }

    /**
     * The pool checks idle connections until it finds one that answers. If the database hangs, each check would wait. So after
     * one unanswered check of a search, the others fail at once, and the pool opens a new connection, which has its own limit.
     */
    private static void beforeCheck() {
        long[] begun = CHECK.get();
        long now = System.nanoTime();
        long since = now - begun[0];
        if (begun[0] != 0 && since > UNANSWERED.toNanos() && since < SAME_SEARCH.toNanos()) {
            endSearchWithoutTime();
            throw timeout("the database does not answer");
        }
        begun[0] = now;
    }

    /** The pool would wait for a new connection again and again. It ends its wait if the thread is interrupted. */
    private static void endSearchWithoutTime() {
        if (RequestDeadline.current()
                .filter(deadline -> deadline.left().compareTo(DatabaseUse.CONNECTING) < 0)
                .isPresent()) {
            Thread.currentThread().interrupt();
        }
    }

    private void limit(Duration left) {
        if (left.toMillis() == 0) {
            throw timeout("the time of the request is over");
        }
        try {
            session.getProtocol().getSocketConnection().getMysqlSocket().setSoTimeout((int) left.toMillis());
        } catch (IOException e) {
            throw timeout("the limit of a statement cannot be set: " + e.getMessage());
        }
    }

    private static CJException timeout(String message) {
        CJException exception = new CJException(message);
        exception.setSQLState(TIMEOUT);
        return exception;
    }

    @Override
    public <M extends Message> M postProcess(M query, M reply) {
        CHECK.get()[0] = 0;
        onReply.run();
        return null;
    }

    @Override
    public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
        return null;
    }

    @Override
    public <T extends Resultset> T postProcess(Supplier<String> sql, Query query, T rows, ServerSession server) {
        return null;
    }

    @Override
    public boolean executeTopLevelOnly() {
        return false;
    }

    @Override
    public void destroy() {
        // There is nothing to release.
    }
}
