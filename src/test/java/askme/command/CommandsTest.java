package askme.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Commands commands = new Commands(
            List.of(new Counting("double", 2), new Counting("broken", 0)),
            new PrintStream(errors, true, StandardCharsets.UTF_8));

    @Test
    void firstWordSelectsTheCommand() {
        assertThat(commands.run(List.of("double", "a", "b"))).isEqualTo(4);
    }

    @Test
    void unknownCommandListsAllCommands() {
        assertThat(commands.run(List.of("dance"))).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("\"dance\"")
                .contains("double WORDS");
    }

    @Test
    void helpSucceeds() {
        assertThat(commands.run(List.of("help"))).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("double WORDS");
    }

    @Test
    void invalidArgumentsShowTheUsage() {
        assertThat(commands.run(List.of("double", "a"))).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Usage: double WORDS");
    }

    @Test
    void throwingCommandFails() {
        assertThat(commands.run(List.of("broken"))).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("broken failed");
    }

    /** Returns {@code factor} times the number of its words. With the factor 0 it fails. */
    private record Counting(String name, int factor) implements Command {

        @Override
        public String usage() {
            return "WORDS";
        }

        @Override
        public int run(List<String> args) {
            if (factor == 0) {
                throw new IllegalStateException("no");
            }
            return args.size() * factor;
        }
    }
}
