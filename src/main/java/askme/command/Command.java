package askme.command;

import java.util.List;

/** What an operator runs once from the command line: a CDI bean, found by its name. */
public interface Command {

    /** What stands first on the command line, such as {@code fill-db}. */
    String name();

    /** The arguments and one sentence, such as {@code RATIO  makes RATIO members, …}. */
    String usage();

    /** Runs it and returns the exit code: 0 for done, 1 for failed, 2 for arguments that make no sense. */
    int run(List<String> args) throws Exception;
}
