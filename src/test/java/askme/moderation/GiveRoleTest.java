package askme.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GiveRoleTest {

    @Inject
    GiveRole giveRole;

    @Inject
    TestDatabase testDatabase;

    @Test
    void lastAdministratorKeepsTheRole() {
        String name = Visitor.member("operator").nickname();
        assertThat(giveRole.run(List.of("moderator", name))).isZero();
        assertThat(testDatabase.of("SELECT moderator FROM member WHERE nickname = ?", name))
                .isOne();
        assertThat(giveRole.run(List.of("administrator", name))).isZero();
        testDatabase.change("UPDATE member SET admin = 0 WHERE nickname <> ?", name);
        assertThat(giveRole.run(List.of("member", name))).isEqualTo(1);
        assertThat(admin(name)).isOne();
        String other = Visitor.member("operator").nickname();
        assertThat(giveRole.run(List.of("administrator", other))).isZero();
        assertThat(giveRole.run(List.of("member", name))).isZero();
        assertThat(admin(name)).isZero();
        assertThat(giveRole.run(List.of("king", name))).isEqualTo(2);
        assertThat(giveRole.run(List.of("member", "nobody-of-this-name"))).isEqualTo(1);
    }

    private long admin(String nickname) {
        return testDatabase.of("SELECT admin FROM member WHERE nickname = ?", nickname);
    }
}
