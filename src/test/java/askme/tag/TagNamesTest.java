package askme.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b",
                "a，b",
                "a、b",
                "a；b",
                "a;b",
                "a b",
                "a\u3000b",
                "a\u00a0b",
                "a،b",
                "a؛b",
                "a､b",
                " a , b ， "
            })
    void commasAndSpacesOfAnyScriptSeparateTags(String typed) {
        assertThat(TagNames.parse(typed).names()).containsExactly("a", "b");
        assertThat(TagNames.parse(typed).bad()).isEmpty();
    }

    @Test
    void bothFormsOfUnicodeAreOneTag() {
        assertThat(TagNames.parse("caf\u00e9, cafe\u0301, CAFE\u0301").names()).containsExactly("caf\u00e9");
        assertThat(TagNames.parse("한국어, 한국어").names()).hasSize(1);
    }
}
