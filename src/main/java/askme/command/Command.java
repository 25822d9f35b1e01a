package askme.command;

import java.util.List;

/** A command that an operator runs from the command line. It is a CDI bean, found by its name. */
public interface Command {

    /** The first word of the command line, such as {@code fill-db}. */
    String name();

    /** The arguments and one sentence, such as {@code RATIO  creates RATIO members, …}. */
    String usage();

    /** Runs the command and returns the exit code: 0 for success, 1 for failure, 2 for invalid arguments. */
    int run(List<String> args) throws Exception;
}
