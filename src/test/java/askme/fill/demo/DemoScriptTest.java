package askme.fill.demo;

import static org.assertj.core.api.Assertions.assertThat;

import askme.tag.TagNames;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoScriptTest {

    private final List<DemoScript.Question> questions = DemoScript.read().questions();

    @Test
    void scriptHasSomePostsInOrder() {
        assertThat(questions).hasSizeBetween(20, 40);
        assertThat(questions).extracting(q -> q.age().negated()).isSorted();
        assertThat(questions.stream().mapToInt(q -> q.answers().size()).sum()).isBetween(50, 80);
        assertThat(questions).anyMatch(q -> q.answers().isEmpty());
    }

    @Test
    void postsSatisfyTheForms() {
        assertThat(questions).allSatisfy(question -> {
            assertThat(question.title()).isNotBlank().hasSizeLessThanOrEqualTo(120);
            assertThat(question.body()).isNotBlank();
            assertThat(question.tags()).hasSizeBetween(1, 3).allMatch(TagNames::valid);
            assertThat(question.answers())
                    .filteredOn(DemoScript.Answer::accepted)
                    .hasSizeLessThanOrEqualTo(1);
        });
    }

    @Test
    void answersAreInThePastAndCodeBlocksEnd() {
        assertThat(questions).allSatisfy(question -> {
            assertThat(question.answers()).allMatch(answer -> answer.delay().compareTo(question.age()) < 0);
            assertThat(texts(question)).allMatch(text -> text.split("(?m)^```", -1).length % 2 == 1);
        });
    }

    private static Stream<String> texts(DemoScript.Question question) {
        return Stream.concat(
                Stream.of(question.body()), question.answers().stream().map(DemoScript.Answer::body));
    }
}
