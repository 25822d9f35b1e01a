package askme.support;

import java.io.IOException;
import java.io.InterruptedIOException;

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

    static void awaitEnd(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(thread.getName() + " has not ended");
        }
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
