package askme.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Finds the command a line names and runs it. */
final class Commands {

    static final int WRONG_USAGE = 2;
    static final int FAILED = 1;
    private final List<Command> commands;
    private final PrintStream errors;

    Commands(Iterable<Command> commands, PrintStream errors) {
        this.commands = StreamSupport.stream(commands.spliterator(), false)
                .sorted(Comparator.comparing(Command::name))
                .toList();
        this.errors = errors;
    }

    /** The exit code of the command that the first word names. */
    int run(List<String> line) {
        for (Command command : commands) {
            if (command.name().equals(line.get(0))) {
                return run(command, line.subList(1, line.size()));
            }
        }
        boolean asked = line.get(0).equals("help");
        errors.println(asked ? "Commands:" : "Unknown command \"" + line.get(0) + "\". Commands:");
        commands.forEach(command -> errors.println("  " + command.name() + " " + command.usage()));
        return asked ? 0 : WRONG_USAGE;
    }

    private int run(Command command, List<String> args) {
        try {
            int code = command.run(args);
            if (code == WRONG_USAGE) {
                errors.println("Usage: " + command.name() + " " + command.usage());
            }
            return code;
        } catch (Exception e) {
            errors.println(command.name() + " failed: " + e);
            e.printStackTrace(errors);
            return FAILED;
        }
    }
}
