package askme.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrefixTableTest {

    private final PrefixTable.Collector collector = new PrefixTable.Collector(2);

    private Map<String, List<Long>> full() {
        return collector.full().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void wholeWordsComeFirstThenAnsweredQuestions() {
        collector.add(7, "Java streams", false);
        collector.add(3, "JavaScript", false);
        collector.add(9, "Java again", true);
        assertThat(full())
                .containsEntry("jav", List.of(9L, 7L))
                .containsEntry("java", List.of(9L, 7L))
                .containsKeys("j", "ja")
                .doesNotContainKeys("javas", "str");
    }

    @Test
    void questionCountsOnceForAPrefix() {
        collector.add(7, "Java JavaScript javac", true);
        assertThat(full()).isEmpty();
    }

    @Test
    void caseAccentsAndStopWordsAreIgnored() {
        collector.add(1, "Café the Ёлка", false);
        collector.add(2, "cafes there елки", false);
        assertThat(full()).containsKeys("caf", "cafe", "елк").doesNotContainKeys("the", "caff");
    }
}
