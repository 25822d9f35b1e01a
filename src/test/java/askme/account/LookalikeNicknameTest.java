package askme.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nicknames that look alike cannot both be taken. */
@QuarkusTest
@Tag("program")
class LookalikeNicknameTest {

    private static final String PROFILE = "form:has([name=nickname])";

    @Inject
    TestDatabase database;

    @Test
    void lookalikeIsTakenAtSignUp() {
        String paul = Visitor.member("paul").nickname();
        Reply page = signUp(lookalike(paul));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#nickname-error").text()).contains("taken");
    }

    @Test
    void lookalikeIsTakenAtRename() {
        String paul = Visitor.member("paul").nickname();
        Visitor eve = Visitor.member("eve");
        eve.get("/profile/edit/");
        Reply page = eve.submit(PROFILE, Map.of("nickname", lookalike(paul)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#nickname-error").text()).contains("taken");
    }

    @Test
    void renamedMemberGivesTheOldNicknameFree() {
        Visitor paul = Visitor.member("paul");
        String old = paul.nickname();
        paul.get("/profile/edit/");
        paul.submit(PROFILE, Map.of("nickname", Visitor.unique("peter")));
        assertThat(signUp(lookalike(old)).status()).isEqualTo(200);
    }

    @Test
    void oneOfTwoConcurrentLookalikesIsTaken() {
        String name = Visitor.unique("paul");
        long members = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> signUp(i == 0 ? name : lookalike(name)))
                .filter(page -> page.status() == 200)
                .count();
        assertThat(members).isEqualTo(1);
    }

    @Test
    void olderMembersKeepTheirNicknamesAndProtectThem() {
        Visitor paul = Visitor.member("paul");
        Visitor other = Visitor.member("other");
        String name = paul.nickname();
        String twin = lookalike(name);
        long first = database.of("SELECT id FROM member WHERE nickname = ?", name);
        database.change("UPDATE member SET nickname = ? WHERE nickname = ?", twin, other.nickname());
        database.change("DELETE FROM nickname_skeleton WHERE member_id >= ?", first);
        database.change("UPDATE site_counter SET value = ? WHERE name = 'skeletons'", first - 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.of("SELECT value FROM site_counter WHERE name = 'skeletons'") > first);
        assertThat(database.of("SELECT COUNT(*) FROM nickname_skeleton WHERE member_id = ?", first))
                .isPositive();
        assertThat(signUp(lookalike(twin).replace("pau", "Pau")).status()).isEqualTo(422);
        other.get("/profile/edit/");
        assertThat(other.submit(PROFILE, Map.of("nickname", twin)).status()).isEqualTo(200);
    }

    /** A capital I looks like a small L. */
    private static String lookalike(String nickname) {
        return nickname.contains("l") ? nickname.replace('l', 'I') : nickname.replace('I', 'l');
    }

    private static Reply signUp(String nickname) {
        Visitor visitor = Visitor.guest();
        visitor.get("/signup/");
        return visitor.submit(
                "form:has([name=passwordAgain])",
                Map.of(
                        "email", Visitor.unique("somebody") + "@example.org",
                        "nickname", nickname,
                        "password", Visitor.PASSWORD,
                        "passwordAgain", Visitor.PASSWORD));
    }
}
