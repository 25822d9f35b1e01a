package askme.account.security;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The operator signs members out. */
@QuarkusTest
@Tag("one-process") // another process would keep a session for some seconds
class EndSessionsTest {

    @Inject
    EndSessions command;

    @Test
    void oneMemberOrEverybodyIsSignedOut() {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        assertThat(command.run(List.of("nobody-of-this-name"))).isEqualTo(1);
        assertThat(command.run(List.of())).isEqualTo(2);

        assertThat(command.run(List.of(ann.nickname()))).isZero();
        assertThat(ann.get("/profile/").url()).contains("/login/");
        assertThat(bob.get("/profile/").url()).endsWith("/profile/");

        assertThat(command.run(List.of("--all"))).isZero();
        assertThat(bob.get("/profile/").url()).contains("/login/");
        assertThat(Visitor.guest().signIn(bob.nickname()).get("/profile/").url())
                .endsWith("/profile/");
    }
}
