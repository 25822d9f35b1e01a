package askme.support;

import java.io.IOException;

/** A thread that ends with its socket, or with the tests. */
final class DaemonThread {

    private DaemonThread() {}

    /** Work on a socket. */
    interface Body {
        void run() throws IOException, InterruptedException;
    }

    static Thread start(String name, Body body) {
        Thread thread = new Thread(() -> run(body), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void run(Body body) {
        try {
            body.run();
        } catch (IOException closed) {
            // One of the two sides, or the listener.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
