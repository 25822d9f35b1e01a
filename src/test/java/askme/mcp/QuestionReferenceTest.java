package askme.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question is named by its id or by an address. */
class QuestionReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                " 7 ",
                "/question/7/",
                "https://ask.example.org/question/7",
                "https://ask.example.org/question/7/?sort=newest#answer-9"
            })
    void idAndAddressesNameTheSameQuestion(String typed) {
        assertThat(QuestionReference.id(typed)).hasValue(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seven",
                "-7",
                "9999999999999999999",
                "/question/7x",
                "/question/",
                "https://ask.example.org/answer/7"
            })
    void otherTextsNameNone(String typed) {
        assertThat(QuestionReference.id(typed)).isEmpty();
        assertThat(QuestionReference.id(null)).isEmpty();
    }
}
