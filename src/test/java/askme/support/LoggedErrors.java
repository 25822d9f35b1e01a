package askme.support;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what this process logs at ERROR while it is open. */
public final class LoggedErrors extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private LoggedErrors() {}

    public static LoggedErrors collect() {
        LoggedErrors errors = new LoggedErrors();
        ROOT.addHandler(errors);
        return errors;
    }

    /** The messages so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
            lines.add(line.getLoggerName() + " " + line.getMessage() + " " + line.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
