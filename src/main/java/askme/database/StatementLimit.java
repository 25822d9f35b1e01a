package askme.database;

import askme.resilience.RequestDeadline;

/** How long the statements of a connection may take depends on its user. */
public enum StatementLimit {
    /** A page or a form: all statements of the request together have {@link RequestDeadline}. */
    REQUEST,
    /** A job, and everything else that runs in the background. */
    JOB,
    /** A periodic task. */
    TASK,
    /** A command of an operator. */
    COMMAND;

    private static final ThreadLocal<StatementLimit> OF_THREAD = new ThreadLocal<>();

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Runs {@code work} with the limit of a periodic task. */
    public static void asTask(Work work) throws Exception {
        OF_THREAD.set(TASK);
        try {
            work.run();
        } finally {
            OF_THREAD.remove();
        }
    }

    /** The limit of the current thread; {@code otherwise} if it serves no request and runs no task. */
    static StatementLimit current(StatementLimit otherwise) {
        if (RequestDeadline.current().isPresent()) {
            return REQUEST;
        }
        StatementLimit ofThread = OF_THREAD.get();
        return ofThread == null ? otherwise : ofThread;
    }
}
