package askme.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.api.ApiClient;
import askme.factor.AppCodes;
import askme.session.Sessions;
import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attempts to take over an account that belong to no single page. {@code docs/security.md} lists them all. */
@QuarkusTest
class TakeoverTest {

    private static final String NEW_PASSWORD = "staple battery correct";
    private static final String CODE_FORM = "form:has([name=code])";

    private static final List<String> CHANGES = List.of(
            "/profile/security/app",
            "/profile/security/passkeys",
            "/profile/security/passkeys/1/remove",
            "/profile/security/second-step",
            "/profile/security/second-step/off",
            "/profile/security/codes",
            "/profile/security/identities/1/remove",
            "/profile/security/connect",
            "/profile/tokens/new");

    @Inject
    TestDatabase database;

    @Inject
    Sessions sessions;

    @Test
    void passwordResetEndsTokensAndKeepsTheSecondStep() {
        Visitor ann = Visitor.member("ann");
        ApiClient program = ApiClient.of(ann, "read");
        String secret =
                ann.get("/profile/security/app/").page().select(".secret").text();
        ann.submit(CODE_FORM, Map.of("code", AppCodes.before(secret)));

        Visitor thief = Visitor.guest();
        thief.get("/login/forgotten/");
        thief.submit("main form", Map.of("login", ann.nickname()));
        thief.get(Inbox.linkTo(ann.email(), "Reset your"));
        thief.submit("main form", Map.of("password", NEW_PASSWORD, "passwordAgain", NEW_PASSWORD));

        assertThat(program.get("/me").status()).isEqualTo(401);
        thief.get("/login/");
        Reply second =
                thief.submit("form:has([name=login])", Map.of("login", ann.nickname(), "password", NEW_PASSWORD));
        assertThat(second.url()).endsWith("/login/second/");
        assertThat(thief.get("/").page().select(".nickname")).isEmpty();
        thief.get("/login/second/");
        thief.submit(CODE_FORM, Map.of("code", AppCodes.now(secret)));
        assertThat(thief.get("/").page().select(".nickname").text()).isEqualTo(ann.nickname());
    }

    @Test
    void memberReadsThatThePasswordWasChanged() {
        Visitor ann = Visitor.member("ann");
        ann.get("/profile/account/");
        ann.submit(
                "form:has([name=currentPassword])",
                Map.of(
                        "currentPassword", Visitor.PASSWORD,
                        "password", NEW_PASSWORD,
                        "passwordAgain", NEW_PASSWORD));
        await().untilAsserted(() -> assertThat(Inbox.of(ann.email()))
                .extracting(Inbox.Mail::text)
                .anyMatch(text -> text.contains("The password of your account was changed")));
    }

    @Test
    void changeOfASignInWayNeedsARecentProof() {
        Visitor ann = Visitor.member("ann");
        long id = database.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        database.change(
                "UPDATE session SET confirmed_at = UTC_TIMESTAMP(6) - INTERVAL 11 MINUTE WHERE member_id = ?", id);
        sessions.refresh(id);
        Map<String, String> token = Map.of("csrf-token", ann.csrfToken());
        assertThat(CHANGES)
                .allSatisfy(path -> assertThat(ann.post(path, token).url()).contains("/profile/confirm/"));
    }

    @Test
    void proofGivesTheSessionANewId() {
        Visitor ann = Visitor.member("ann");
        ann.get("/profile/confirm/?continue=/profile/security/");
        String before = ann.cookie("askme");
        Reply done = ann.submit("form:has([name=password])", Map.of("password", Visitor.PASSWORD));
        assertThat(done.url()).endsWith("/profile/security/");
        assertThat(done.page().select(".session-list li")).hasSize(1);
        assertThat(ann.cookie("askme")).isNotEqualTo(before);
        assertThat(RestAssured.given()
                        .redirects()
                        .follow(false)
                        .cookie("askme", before)
                        .get("/profile/security/")
                        .statusCode())
                .as("a copy of the old cookie")
                .isEqualTo(303);
    }
}
