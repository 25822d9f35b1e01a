package askme.importing;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.Nickname;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportedNameTest {

    @ParameterizedTest
    @CsvSource({
        "anna, anna",
        "Anna Maria, Anna-Maria",
        "Dr. Who?, Dr-Who",
        "taken, taken-2",
        "Jürgen, Jürgen",
        "Иван Petrov, Иван",
        "'  ', member-7",
        "X, member-7",
        "'-_-', member-7",
        "日本語カナ, 日本語カナ",
        "'<b>x</b>', bxb",
        "abcdefghijklmnopqrstuvwxyzabcdefghijkl, abcdefghijklmnopqrstuvwxyzabcdef"
    })
    void nameFollowsTheRule(String name, String nickname) {
        String result = ImportedName.of(name, 7, Set.of("taken", "x")::contains);
        assertThat(result).isEqualTo(nickname);
        assertThat(Nickname.Check.valid(result)).isTrue();
    }
}
