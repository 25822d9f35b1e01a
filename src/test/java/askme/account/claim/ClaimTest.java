package askme.account.claim;

import static org.assertj.core.api.Assertions.assertThat;

import askme.account.address.RequiredConfirmation;
import askme.member.Member;
import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimTest {

    private static final String PASSWORD = "a-Long-enough-passphrase-7";

    @Inject
    Claims claims;

    @Inject
    MakeClaimCode command;

    @Inject
    TestDatabase database;

    private Visitor guest;
    private String nickname;
    private String code;

    @BeforeEach
    void makeCode() {
        guest = Visitor.guest();
        nickname = Visitor.unique("imported");
        database.change("INSERT INTO member (nickname, joined_at, mail_answers) VALUES (?, '2010-01-01', 0)", nickname);
        code = claims.make(Member.byNickname(nickname).orElseThrow()).orElseThrow();
    }

    private Visitor.Reply claim(Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "code", code, "email", nickname + "@example.org", "password", PASSWORD, "passwordAgain", PASSWORD));
        fields.putAll(typed);
        guest.get("/claim/");
        return guest.submit("form:has(input[name=code])", fields);
    }

    @Test
    void codeGivesTheAccountOnce() {
        Visitor.Reply welcome = claim(Map.of("code", code.toUpperCase().replace("-", " ")));
        assertThat(welcome.page().select(".user-block .nickname").text()).isEqualTo(nickname);
        assertThat(Visitor.guest().signIn(nickname).last().status()).isEqualTo(422); // another password
        assertThat(database.of(
                        "SELECT COUNT(*) FROM claim_code c JOIN member m ON m.id = c.member_id WHERE m.nickname = ?",
                        nickname))
                .isZero();
        Visitor other = Visitor.guest();
        other.get("/claim/");
        assertThat(other.submit(
                                "form:has(input[name=code])",
                                Map.of(
                                        "code",
                                        code,
                                        "email",
                                        "x" + nickname + "@example.org",
                                        "password",
                                        PASSWORD,
                                        "passwordAgain",
                                        PASSWORD))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Tag("one-process") // replaces a bean of the process that answers
    void addressIsConfirmedWhereTheSiteRequiresIt() {
        String email = nickname + "@example.org";
        try (RequiredConfirmation required = new RequiredConfirmation()) {
            Visitor.Reply welcome = claim(Map.of());
            assertThat(welcome.page().select(".account-banner").text()).contains("Confirm your e-mail address");
            assertThat(guest.postJson("/question/1/vote", "{\"value\":1}").status())
                    .isEqualTo(403);
            guest.get(Inbox.linkTo(email, "Confirm your address"));
            guest.submit("main form", Map.of());
        }
        assertThat(guest.get("/").page().select(".account-banner")).isEmpty();
        assertThat(database.of(
                        "SELECT COUNT(*) FROM member WHERE nickname = ? AND must_confirm = 0 AND email_confirmed_at IS NOT NULL",
                        nickname))
                .isOne();
    }

    @Test
    void faultsAreBesideTheirFieldsAndNothingTypedIsLost() {
        String taken = Visitor.member("claimtaken").email();
        Visitor.Reply reply = claim(Map.of("email", taken));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("input[name=code]").val()).isEqualTo(code);
        assertThat(reply.page().select("#email-error, .invalid-feedback").text())
                .contains("already");
        assertThat(claim(Map.of("password", "short", "passwordAgain", "short")).status())
                .isEqualTo(422);
        assertThat(claim(Map.of("code", "")).page().select(".invalid-feedback").text())
                .contains("Enter the code");
        assertThat(claim(Map.of("code", "wrong"))
                        .page()
                        .select(".invalid-feedback")
                        .text())
                .contains("code is wrong");
        assertThat(claim(Map.of("email", "no address")).status()).isEqualTo(422);
    }

    @Test
    void codeEndsAndIsReplaced() {
        String newer = claims.make(Member.byNickname(nickname).orElseThrow()).orElseThrow();
        assertThat(claims.find(code)).isEmpty();
        assertThat(claims.find(newer)).isPresent();
        database.change("UPDATE claim_code SET ends_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND");
        assertThat(claims.find(newer)).isEmpty();
    }

    @Test
    void nobodySignsInBeforeTheClaim() {
        Visitor.Reply reply = Visitor.guest().signIn(nickname).last();
        assertThat(reply.status()).isEqualTo(422);
        Visitor forgetful = Visitor.guest();
        forgetful.get("/login/forgotten/");
        assertThat(forgetful
                        .submit("form:has(input[name=login])", Map.of("login", nickname))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void commandRefusesMembersWithAPassword() {
        assertThat(command.run(List.of(nickname))).isZero();
        assertThat(command.run(List.of("nobody-of-this-name"))).isEqualTo(1);
        assertThat(command.run(List.of(Visitor.member("claimed").nickname()))).isEqualTo(1);
        assertThat(command.run(List.of())).isEqualTo(2);
    }
}
