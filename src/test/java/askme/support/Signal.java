package askme.support;

import java.io.IOException;

/** Stops and continues a process, as if it hung: it keeps its connections and the kernel accepts more, but it answers nothing. */
public enum Signal {
    STOP,
    CONT;

    /** Sends this signal. */
    public void send(Process process) {
        send(process.pid());
    }

    /** Sends this signal to the process with this number. */
    public void send(long pid) {
        try {
            int status = new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name() + " " + pid + " ended with " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
