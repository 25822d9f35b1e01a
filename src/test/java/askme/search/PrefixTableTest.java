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
    void firstQuestionsOfASharedPrefixAreKept() {
        collector.add(7, "Java streams");
        collector.add(3, "JavaScript");
        collector.add(9, "Java again");
        assertThat(full())
                .containsEntry("jav", List.of(7L, 3L))
                .containsEntry("java", List.of(7L, 3L))
                .doesNotContainKeys("javas", "str", "ja");
    }

    @Test
    void questionCountsOnceForAPrefix() {
        collector.add(7, "Java JavaScript javac");
        assertThat(full()).isEmpty();
    }

    @Test
    void caseAccentsAndStopWordsAreIgnored() {
        collector.add(1, "Café the Ёлка");
        collector.add(2, "cafes there елки");
        assertThat(full()).containsKeys("caf", "cafe", "елк").doesNotContainKeys("the", "caff");
    }
}
