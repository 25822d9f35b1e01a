package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class ProfileTest {

    private static final String FORM = "form:has([name=nickname])";
    private static final String EMAIL_FORM = "form:has([name=email])";

    @Inject
    TestDatabase testDatabase;

    @Test
    void officialNicknameIsRefusedToAccentedOne() {
        Visitor ann = Visitor.member("ann");
        testDatabase.change("UPDATE member SET nickname = 'suppórt' WHERE nickname = ?", ann.nickname());
        try {
            ann.get("/profile/edit/");
            Reply page = ann.submit(FORM, Map.of("nickname", "support"));
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.page().select("#nickname-error").text()).isNotEmpty();
        } finally {
            testDatabase.change("UPDATE member SET nickname = ? WHERE nickname = 'suppórt'", ann.nickname());
        }
    }

    @Test
    void newNicknameIsShownOnOlderPosts() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Who am I?", "Tell me.", "");
        String renamed = Visitor.unique("anna");
        ann.get("/profile/edit/");
        Reply page = ann.submit(FORM, Map.of("nickname", renamed));
        assertThat(page.page().select("[role=status]").text()).contains("Settings saved");
        assertThat(page.page().select(".nickname").text()).isEqualTo(renamed);
        assertThat(Visitor.guest()
                        .get("/question/" + question + "/")
                        .page()
                        .select(".author")
                        .eachText())
                .contains(renamed)
                .doesNotContain(ann.nickname());
        assertThat(Visitor.guest().get("/member/" + renamed + "/").status()).isEqualTo(200);
    }

    @Test
    void oldNicknameLeadsToTheNewOneUntilSomebodyTakesIt() {
        Visitor ann = Visitor.member("ann");
        String first = ann.nickname();
        String second = Visitor.unique("anna");
        String third = Visitor.unique("annie");
        for (String next : new String[] {second, third}) {
            assertThat(ann.get("/profile/edit/").page().select("#nickname-hint").text())
                    .contains("Links to your old nickname");
            ann.submit(FORM, Map.of("nickname", next));
        }
        for (String old : new String[] {first, first.toUpperCase(), second}) {
            assertThat(Visitor.guest().get("/member/" + old + "/").url()).endsWith("/member/" + third + "/");
        }
        assertThat(Visitor.guest().get("/member/" + first + "/?tab=answers").url())
                .endsWith("/member/" + third + "/?tab=answers");

        Visitor other = Visitor.member("other");
        other.get("/profile/edit/");
        other.submit(FORM, Map.of("nickname", first));
        assertThat(Visitor.guest().get("/member/" + first + "/").url()).endsWith("/member/" + first + "/");
        assertThat(Visitor.guest().get("/member/" + second + "/").url()).endsWith("/member/" + third + "/");
    }

    @Test
    void nicknameFromBeforeTheRuleIsKept() {
        Visitor ann = Visitor.member("ann");
        String mixed = "Ёж" + ann.nickname();
        testDatabase.change("UPDATE member SET nickname = ? WHERE nickname = ?", mixed, ann.nickname());
        Visitor again = Visitor.guest().signIn(mixed);
        again.get("/profile/edit/");
        assertThat(again.submit(FORM, Map.of("nickname", mixed))
                        .page()
                        .select("[role=status]")
                        .text())
                .contains("Settings saved");
        String avatar = again.last().page().selectFirst("header img.avatar").absUrl("src");
        assertThat(again.get(avatar).status()).isEqualTo(200);
        again.get("/profile/edit/");
        assertThat(again.submit(FORM, Map.of("nickname", "Ёжz")).status()).isEqualTo(422);
    }

    @Test
    void eachPartIsSavedByItself() {
        Visitor ann = Visitor.member("ann");
        String csrf = ann.csrfToken();
        String renamed = Visitor.unique("anna");
        ann.post("/profile/edit/", Map.of("csrf-token", csrf, "nickname", renamed));
        ann.post("/profile/edit/", Map.of("csrf-token", ann.csrfToken(), "mailAnswers", "off"));
        assertThat(testDatabase.texts("SELECT CONCAT(nickname, ' ', mail_answers + 0) FROM member WHERE email = '"
                        + ann.email() + "'"))
                .containsExactly(renamed + " 0");
        assertThat(ann.post("/profile/edit/", Map.of("csrf-token", ann.csrfToken(), "nickname", ""))
                        .status())
                .isEqualTo(422);
        assertThat(ann.post("/profile/edit/", Map.of("csrf-token", ann.csrfToken(), "email", " "))
                        .page()
                        .select("#email-error")
                        .text())
                .isNotEmpty();
    }

    @Test
    void nicknameAndEmailOfAnotherAreRefused() {
        Visitor bob = Visitor.member("bob");
        Visitor ann = Visitor.member("ann");
        ann.get("/profile/edit/");
        Reply page = ann.submit(FORM, Map.of("nickname", bob.nickname().toUpperCase()));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#nickname-error").text()).contains("taken");
        ann.get("/profile/account/");
        Reply account = ann.submit(EMAIL_FORM, Map.of("email", bob.email()));
        assertThat(account.status()).isEqualTo(422);
        assertThat(account.page().select("#email-error").text()).contains("already");
        assertThat(ann.get("/").page().select(".nickname").text()).isEqualTo(ann.nickname());
    }

    @Test
    void missingMailFieldKeepsTheSetting() {
        Visitor ann = Visitor.member("ann");
        ann.get("/profile/edit/");
        sendFromEarlierForm(ann, Map.of("mailAnswers", "off"));
        assertThat(wantsMail(ann)).isFalse();
        sendFromEarlierForm(ann, Map.of());
        assertThat(wantsMail(ann)).isFalse();
        sendFromEarlierForm(ann, Map.of("mailAnswers", "on"));
        assertThat(wantsMail(ann)).isTrue();
    }

    @Test
    void onlyOwnSessionCanBeEnded() {
        Visitor ann = Visitor.member("ann");
        Visitor phone = Visitor.guest().signIn(ann.nickname());
        Reply profile = ann.get("/profile/security/");
        assertThat(profile.page().select(".session-list li")).hasSize(2);
        String handle =
                profile.page().selectFirst(".session-list [name=session]").attr("value");

        Visitor mallory = Visitor.member("mallory");
        mallory.post("/profile/sessions/end", Map.of("csrf-token", mallory.csrfToken(), "session", handle));
        assertThat(phone.get("/").page().select(".nickname")).isNotEmpty();

        ann.get("/profile/security/");
        ann.submit(".session-list form", Map.of());
        assertThat(phone.get("/").page().select(".nickname")).isEmpty();
        assertThat(ann.get("/").page().select(".nickname")).isNotEmpty();
    }

    @Test
    void signOutEverywhereEndsThisSessionToo() {
        Visitor ann = Visitor.member("ann");
        Visitor phone = Visitor.guest().signIn(ann.nickname());
        ann.get("/profile/security/");
        assertThat(ann.submit("form[action$=end-all]", Map.of()).url()).contains("/login/");
        assertThat(phone.get("/").page().select(".nickname")).isEmpty();
        assertThat(ann.get("/").page().select(".nickname")).isEmpty();
    }

    @Test
    void profilePageIsNotCached() {
        Visitor ann = Visitor.member("ann");
        for (String part : new String[] {"", "account/", "security/", "data/"}) {
            assertThat(ann.get("/profile/" + part).header("Cache-Control"))
                    .as(part)
                    .isEqualTo("no-store");
            assertThat(ann.last().page().select(".settings-head [aria-current]").attr("href"))
                    .isEqualTo("/profile/" + part);
        }
        assertThat(ann.get("/profile/edit/").url()).endsWith("/profile/");
        assertThat(Visitor.guest().getOnce("/profile/edit/").status()).isEqualTo(303);
    }

    /** The form of earlier versions had a field for the mails. */
    private static void sendFromEarlierForm(Visitor visitor, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.putAll(
                Map.of("csrf-token", visitor.csrfToken(), "email", visitor.email(), "nickname", visitor.nickname()));
        visitor.post("/profile/edit/", fields);
    }

    private static boolean wantsMail(Visitor visitor) {
        return visitor.get("/profile/notifications/")
                .page()
                .select("#choice-answer option[selected]")
                .attr("value")
                .equals("answer.now");
    }
}
