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
            List.of(new Echo("twice", 0), new Echo("broken", -1)),
            new PrintStream(errors, true, StandardCharsets.UTF_8));

    @Test
    void theFirstWordNamesTheCommandAndTheOthersAreItsArguments() {
        assertThat(commands.run(List.of("twice", "a", "b"))).isEqualTo(4);
    }

    @Test
    void anUnknownCommandListsTheKnownOnes() {
        assertThat(commands.run(List.of("dance"))).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("\"dance\"")
                .contains("twice WORDS");
    }

    @Test
    void argumentsThatMakeNoSenseShowTheUsage() {
        assertThat(commands.run(List.of("twice", "a"))).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Usage: twice WORDS");
    }

    @Test
    void aCommandThatThrowsHasFailed() {
        assertThat(commands.run(List.of("broken"))).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("broken failed");
    }

    /** Answers twice as much as it got words. */
    private record Echo(String name, int least) implements Command {

        @Override
        public String usage() {
            return "WORDS";
        }

        @Override
        public int run(List<String> args) {
            if (args.size() <= least) {
                throw new IllegalArgumentException();
            }
            if (least < 0) {
                throw new IllegalStateException("no");
            }
            return args.size() * 2;
        }
    }
}
