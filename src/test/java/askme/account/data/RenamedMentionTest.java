package askme.account.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the mention itself gets the new name. */
class RenamedMentionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@ann, look | @former-7, look",
                "Thanks @Ann! | Thanks @former-7!",
                "@ann_ and @ann- | @former-7_ and @former-7-",
                "@anna, @ann-b and @ann_b | @anna, @ann-b and @ann_b",
                "ann@ann.example.org | ann@ann.example.org",
                "https://example.org/@ann | https://example.org/@ann",
                "ann | ann"
            })
    void onlyMentionsAreRenamed(String before, String after) {
        assertThat(RenamedMention.in(before, "ann", "former-7")).isEqualTo(after);
    }
}
