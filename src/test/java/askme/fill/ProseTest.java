package askme.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProseTest {

    private static final int POSTS = 3000;
    private final Topics topics = new Topics();
    private final Prose prose = new Prose(topics, 1);
    private final List<Topics.Topic> tags = topics.tags(1000, Set.of());

    @Test
    void everyPlaceholderIsReplaced() {
        for (int i = 0; i < POSTS; i++) {
            Prose.Subject subject = prose.subject(i, tags.get(i % tags.size()));
            var random = SeededRandom.of(1, SeededRandom.Purpose.QUESTION_TEXT, i);
            String all = subject.title(random) + subject.question(random) + subject.answer(random);
            assertThat(all)
                    .doesNotContainPattern(
                            "\\{(tech2?|aspect|goal|symptom|noun|error|bad|n|Class|method2?|column|table|path|var|ENV)}");
        }
    }

    @Test
    void titlesFitTheColumnAndRarelyRepeat() {
        Set<String> titles = new HashSet<>();
        for (int i = 0; i < POSTS; i++) {
            String title = prose.subject(i, tags.get(i % tags.size()))
                    .title(SeededRandom.of(1, SeededRandom.Purpose.QUESTION_TEXT, i));
            assertThat(title).isNotBlank().hasSizeLessThanOrEqualTo(120);
            titles.add(title);
        }
        assertThat(titles).hasSizeGreaterThan(POSTS * 9 / 10);
    }

    @Test
    void textsHaveRussianCodeAndLists() {
        int russian = 0;
        int code = 0;
        int lists = 0;
        for (int i = 0; i < POSTS; i++) {
            String text =
                    prose.subject(i, tags.get(0)).question(SeededRandom.of(1, SeededRandom.Purpose.QUESTION_TEXT, i));
            russian += text.codePoints().anyMatch(c -> c >= 'а' && c <= 'я') ? 1 : 0;
            code += text.contains("\n```java\n") ? 1 : 0;
            lists += text.contains("\n- ") || text.contains("\n1. ") ? 1 : 0;
            assertThat(text).contains("\n\n").doesNotStartWith(" ");
        }
        assertThat(russian).isBetween(POSTS / 5, POSTS / 3);
        assertThat(code).isBetween(POSTS / 2, POSTS * 4 / 5);
        assertThat(lists).isBetween(POSTS / 3, POSTS * 3 / 5);
    }

    @Test
    void bracesOfCodeStay() {
        Placeholders placeholders = new Placeholders(
                Vocabulary.ofLines("en.txt"),
                Vocabulary.ofLines("identifiers.txt"),
                java.util.Map.of(),
                SeededRandom.of(1, SeededRandom.Purpose.WORDS, 1));
        assertThat(placeholders.fill(
                        "throw new Error(`${reply.status} {}`); {", SeededRandom.of(1, SeededRandom.Purpose.WORDS, 2)))
                .isEqualTo("throw new Error(`${reply.status} {}`); {");
    }

    @Test
    void technologiesHaveCodeAndTagsAreValid() {
        Vocabulary code = Vocabulary.ofBlocks("code.txt");
        assertThat(topics.technologies).allMatch(technology -> code.has(technology.code()));
        List<Topics.Topic> many = topics.tags(30_000, Set.of("java"));
        assertThat(many)
                .extracting(Topics.Topic::name)
                .doesNotHaveDuplicates()
                .hasSize(30_000)
                .doesNotContain("java");
        assertThat(many).allMatch(tag -> askme.tag.TagNames.valid(tag.name()));
    }
}
