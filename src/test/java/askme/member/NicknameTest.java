package askme.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {

    @ParameterizedTest
    @ValueSource(strings = {"ann", "Пётр", "a1", "x_y-z", "42", "山田たろう", "ab345678901234567890123456789012"})
    void lettersOfOneScriptAndDigitsAreValid(String nickname) {
        assertThat(Nickname.Check.valid(Nickname.Check.clean(nickname))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "", "a b", "a@b", "a/b", "<b>", "a.b", "аdmin", "😀😀", "ab3456789012345678901234567890123"
            })
    void otherCharactersAndMixedScriptsAreInvalid(String nickname) {
        assertThat(Nickname.Check.valid(Nickname.Check.clean(nickname))).isFalse();
    }
}
