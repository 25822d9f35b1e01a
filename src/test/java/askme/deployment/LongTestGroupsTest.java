package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code bin/test --full=GROUP} has each group, and each long test belongs to one group. */
class LongTestGroupsTest {

    private static final Pattern LONG = Pattern.compile("(?m)^\\s*@Tag\\(\"full\"\\)\\s*(?:@Tag\\(\"([a-z-]+)\"\\))?");
    private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z-]+) {2,}\\S");

    @Test
    void longTestsAndGroupsMatch() throws Exception {
        String script = Files.readString(Path.of("bin/test"));
        String list = script.substring(script.indexOf("groups=\""), script.indexOf("group_names()"));
        Set<String> listed = new TreeSet<>();
        LISTED.matcher(list).results().forEach(line -> listed.add(line.group(1)));

        assertThat(used()).isNotEmpty().isEqualTo(listed);
    }

    @Test
    void unknownGroupIsRefusedWithAList() throws Exception {
        Programs.Result refused = Programs.run("bin/test", "--full=nothing");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.output()).contains("no group nothing", "crash ", "databases ");
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher tests = LONG.matcher(Files.readString(file));
                while (tests.find()) {
                    used.add(tests.group(1) == null ? "no group: " + file : tests.group(1));
                }
            }
        }
        return used;
    }
}
