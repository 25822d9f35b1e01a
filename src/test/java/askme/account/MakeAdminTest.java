package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MakeAdminTest {

    @Inject
    MakeAdmin command;

    @Inject
    TestDatabase testDatabase;

    @Test
    void commandGivesAndTakesTheRights() {
        String name = Visitor.member("operator").nickname();
        assertThat(command.run(List.of(name))).isZero();
        assertThat(admin(name)).isOne();
        assertThat(command.run(List.of("--revoke", name))).isZero();
        assertThat(admin(name)).isZero();
    }

    @Test
    void unknownMemberOrOptionFails() {
        assertThat(command.run(List.of("nobody-of-this-name"))).isEqualTo(1);
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(command.run(List.of("--remove", "ann"))).isEqualTo(2);
    }

    @Test
    void accentMakesAnotherMember() {
        String name = Visitor.member("operator").nickname();
        assertThat(command.run(List.of(name.replace("ope", "opé")))).isEqualTo(1);
        assertThat(admin(name)).isZero();
    }

    private long admin(String nickname) {
        return testDatabase.of("SELECT admin FROM member WHERE nickname = ?", nickname);
    }
}
