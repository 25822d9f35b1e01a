package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentedTest {

    @Test
    void everyAskmeKeyIsInTheTable() throws IOException {
        Set<String> ours = names(
                "(?m)^(?:# )?(askme\\.[a-z.-]+)=",
                Files.readString(Path.of("src/main/resources/application.properties")));
        Set<String> table = names("`(ASKME_[A-Z_]+)`", Files.readString(Path.of("README.md")));

        assertThat(ours).hasSizeGreaterThan(30).isSubsetOf(table);
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(name -> name.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
