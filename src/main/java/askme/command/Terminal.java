package askme.command;

import java.io.PrintStream;

/** The terminal of the person who runs a command. */
public final class Terminal {

    private Terminal() {}

    public static PrintStream out() {
        return System.out;
    }

    public static PrintStream errors() {
        return System.err;
    }
}
