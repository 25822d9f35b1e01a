package askme.fill;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.Nickname;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NicknamesTest {

    @Test
    void everyNicknameCouldBeChosenByAMember() {
        assertThat(new Nicknames().choose(5_000, Set.of(), new SplittableRandom(1)))
                .doesNotHaveDuplicates()
                .allMatch(Nickname.Check::valid)
                .anyMatch(name -> name.matches("[а-яёА-ЯЁ]+"));
    }
}
