package askme.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import askme.factor.AppCodes;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.support.ChangedSetting;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Codes of an authenticator app and recovery codes, without JavaScript. */
@QuarkusTest
class SecondStepTest {

    private static final String CODE_FORM = "form:has([name=code])";
    private static final String LOGIN_FORM = "form:has([name=login])";

    @Inject
    TestDatabase database;

    @Inject
    Settings settings;

    @Inject
    RemoveSecondFactor command;

    /** A member with an app. */
    private record WithApp(Visitor visitor, String secret, List<String> codes) {

        String name() {
            return visitor.nickname();
        }
    }

    private static WithApp withApp(String name) {
        Visitor visitor = Visitor.member(name);
        String secret =
                visitor.get("/profile/security/app/").page().select(".secret").text();
        Reply wrong = visitor.submit(CODE_FORM, Map.of("code", "000000"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".secret").text()).isEqualTo(secret);
        Reply codes = visitor.submit(CODE_FORM, Map.of("code", AppCodes.before(secret)));
        assertThat(codes.status()).isEqualTo(200);
        return new WithApp(
                visitor, secret, codes.page().select(".recovery-codes code").eachText());
    }

    private static Visitor firstStep(String name) {
        Visitor visitor = Visitor.guest();
        visitor.get("/login/?continue=/tags/");
        visitor.submit(LOGIN_FORM, Map.of("login", name, "password", Visitor.PASSWORD));
        return visitor;
    }

    private static String nickname(Visitor visitor) {
        return visitor.get("/").page().select(".nickname").text();
    }

    @Test
    void passwordAloneNoLongerSignsIn() {
        WithApp ann = withApp("ann");
        Visitor browser = firstStep(ann.name());
        assertThat(browser.last().url()).endsWith("/login/second/");
        assertThat(nickname(browser)).isEmpty();

        browser.get("/login/second/");
        assertThat(browser.submit(CODE_FORM, Map.of("code", "000000")).status()).isEqualTo(422);
        Reply done = browser.submit(CODE_FORM, Map.of("code", AppCodes.now(ann.secret())));

        assertThat(done.url()).endsWith("/tags/");
        assertThat(nickname(browser)).isEqualTo(ann.name());
    }

    @Test
    void codeWorksOnce() {
        WithApp ann = withApp("ann");
        String code = AppCodes.now(ann.secret());
        firstStep(ann.name()).submit(CODE_FORM, Map.of("code", code));
        Visitor second = firstStep(ann.name());
        assertThat(second.submit(CODE_FORM, Map.of("code", code)).status()).isEqualTo(422);
    }

    @Test
    void recoveryCodeWorksOnce() {
        WithApp ann = withApp("ann");
        assertThat(ann.codes()).hasSize(10);
        Visitor first = firstStep(ann.name());
        first.submit(CODE_FORM, Map.of("code", ann.codes().get(0).toUpperCase()));
        assertThat(nickname(first)).isEqualTo(ann.name());
        Visitor second = firstStep(ann.name());
        second.submit(CODE_FORM, Map.of("code", ann.codes().get(0)));
        assertThat(nickname(second)).isEmpty();
    }

    @Test
    void guessesAreThrottledEvenForTheRightCode() {
        WithApp ann = withApp("ann");
        Visitor guesser = firstStep(ann.name());
        int status = 0;
        for (int i = 0; i < 12; i++) {
            guesser.get("/login/second/");
            status = guesser.submit(CODE_FORM, Map.of("code", "000000")).status();
        }
        assertThat(status).isEqualTo(429);
        guesser.get("/login/second/");
        assertThat(guesser.submit(CODE_FORM, Map.of("code", AppCodes.now(ann.secret())))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void databaseHasNeitherSecretNorCodes() {
        WithApp ann = withApp("ann");
        assertThat(database.of(
                        "SELECT COUNT(*) FROM totp t JOIN member m ON m.id = t.member_id WHERE m.nickname = ? AND"
                                + " t.secret LIKE ?",
                        ann.name(),
                        "%" + ann.secret().replace(" ", "") + "%"))
                .isZero();
    }

    @Test
    void codesCanBeDownloaded() {
        Visitor ann = withApp("ann").visitor();
        ann.get("/profile/security/");
        Reply page = ann.submit("form[action$=security/codes]", Map.of());
        List<String> codes = page.page().select(".recovery-codes code").eachText();
        Reply file = ann.submit("form[action$=codes/file]", Map.of());
        assertThat(file.header("Content-Disposition")).contains("recovery-codes.txt");
        assertThat(file.body().lines().toList()).isEqualTo(codes);
    }

    @Test
    void turningItOffNeedsARecentProof() {
        WithApp ann = withApp("ann");
        database.change(
                "UPDATE session s JOIN member m ON m.id = s.member_id SET s.confirmed_at = '2026-01-01' WHERE m.nickname = ?",
                ann.name());
        ann.visitor().get("/profile/security/");
        Reply page = ann.visitor().submit("form[action$=second-step/off]", Map.of());
        assertThat(page.url()).contains("/profile/confirm");
        ann.visitor().submit("form:has([name=password])", Map.of("password", Visitor.PASSWORD));
        ann.visitor().get("/profile/security/");
        ann.visitor().submit("form[action$=second-step/off]", Map.of());
        assertThat(nickname(firstStep(ann.name()))).isEqualTo(ann.name());
    }

    @Test
    void textOfAGuestSurvivesBothSteps() {
        WithApp ann = withApp("ann");
        Visitor guest = Visitor.guest();
        Reply refused =
                guest.post("/ask", Map.of("title", "A title that stays", "text", "A text that stays", "tags", ""));
        assertThat(refused.status()).isEqualTo(401);
        guest.submit(LOGIN_FORM, Map.of("login", ann.name(), "password", Visitor.PASSWORD));
        assertThat(guest.last().body()).contains("A text that stays");
        guest.submit(CODE_FORM, Map.of("code", AppCodes.now(ann.secret())));
        assertThat(guest.last().page().select("[name=title]").attr("value")).isEqualTo("A title that stays");
        assertThat(nickname(guest)).isEqualTo(ann.name());
    }

    @Test
    void operatorTurnsItOffForAMemberWhoLostThePhone() {
        WithApp ann = withApp("ann");
        assertThat(command.run(List.of("no-such-member"))).isEqualTo(1);
        assertThat(command.run(List.of(ann.name()))).isZero();
        assertThat(nickname(firstStep(ann.name()))).isEqualTo(ann.name());
    }

    @Test
    void moderatorSetsUpTheSecondStepFirst() {
        Visitor mo = Visitor.member("mo");
        database.change("UPDATE member SET moderator = 1 WHERE nickname = ?", mo.nickname());
        mo.post("/logout/", Map.of("csrf-token", mo.csrfToken()));
        mo.signIn(mo.nickname());
        try (ChangedSetting required = new ChangedSetting(SettingKeys.MODERATOR_FACTOR, "true", database, settings)) {
            Reply page = mo.get("/moderation/");
            assertThat(page.url()).endsWith("/profile/security/");
            assertThat(page.page().text()).contains("second step from moderators");
            String secret =
                    mo.get("/profile/security/app/").page().select(".secret").text();
            mo.submit(CODE_FORM, Map.of("code", AppCodes.now(secret)));
            assertThat(mo.get("/moderation/").url()).endsWith("/moderation/");
        }
    }
}
