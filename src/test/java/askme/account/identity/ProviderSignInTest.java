package askme.account.identity;

import static askme.account.identity.ProviderVisit.NICKNAME_FORM;
import static askme.account.identity.ProviderVisit.joined;
import static askme.account.identity.ProviderVisit.nickname;
import static askme.account.identity.ProviderVisit.person;
import static askme.account.identity.ProviderVisit.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.session.Sessions;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.support.ChangedSetting;
import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members and strangers who sign in with a provider. */
@QuarkusTest
class ProviderSignInTest {

    @Inject
    TestDatabase database;

    @Inject
    Settings settings;

    @Inject
    Sessions sessions;

    @Inject
    MakeLoginLink command;

    @Inject
    LoginLinks links;

    private long identities(String nickname) {
        return database.of(
                "SELECT COUNT(*) FROM member_identity i JOIN member m ON m.id = i.member_id WHERE m.nickname = ?",
                nickname);
    }

    @Test
    void strangerChoosesANicknameAndReturnsToThePage() {
        String name = Visitor.unique("olga");
        Visitor visitor = Visitor.guest();
        Reply choice = signIn(visitor, "/login/with/standin?continue=/tags/", person(name));
        assertThat(choice.page().select("[name=nickname]").attr("value")).isEqualTo(name);
        assertThat(choice.page().text()).contains(name + "@example.net");

        Reply refused = visitor.submit(NICKNAME_FORM, Map.of("nickname", "x"));
        assertThat(refused.status()).isEqualTo(422);
        Reply done = visitor.submit(NICKNAME_FORM, Map.of("nickname", name));

        assertThat(done.url()).endsWith("/tags/");
        assertThat(nickname(visitor)).isEqualTo(name);
        Visitor again = Visitor.guest();
        signIn(again, "/login/with/standin", person(name));
        assertThat(nickname(again)).isEqualTo(name);
    }

    @Test
    void githubSignsInToo() {
        String name = Visitor.unique("gitta");
        Visitor visitor = Visitor.guest();
        signIn(visitor, "/login/with/github", person(name));
        visitor.submit(NICKNAME_FORM, Map.of("nickname", name));
        assertThat(nickname(visitor)).isEqualTo(name);
    }

    @Test
    void memberSignsInByOwnMeansAndAgrees() {
        Visitor ann = Visitor.member("ann");
        String sub = Visitor.unique("sub");
        Visitor browser = Visitor.guest();
        signIn(browser, "/login/with/standin", person(sub));
        browser.get("/login/?continue=/profile/security/connect/");
        Reply ask =
                browser.submit("form:has([name=login])", Map.of("login", ann.nickname(), "password", Visitor.PASSWORD));
        assertThat(ask.page().select("h1").text()).contains("Connect Stand-in");
        assertThat(identities(ann.nickname())).isZero();

        browser.submit("form[action$=connect/]", Map.of());

        assertThat(identities(ann.nickname())).isEqualTo(1);
        Visitor again = Visitor.guest();
        signIn(again, "/login/with/standin", person(sub));
        assertThat(nickname(again)).isEqualTo(ann.nickname());
        await().untilAsserted(() ->
                assertThat(Inbox.of(ann.email())).anyMatch(mail -> mail.text().contains("Stand-in")));
    }

    @Test
    void connectingNeedsARecentProof() {
        Visitor ann = Visitor.member("ann");
        database.change(
                "UPDATE session s JOIN member m ON m.id = s.member_id SET s.confirmed_at = NULL WHERE m.nickname = ?",
                ann.nickname());
        sessions.refresh(database.of("SELECT id FROM member WHERE nickname = ?", ann.nickname()));
        Reply page = signIn(ann, "/login/with/standin?for=connect", person(Visitor.unique("sub")));
        assertThat(page.url()).contains("/profile/confirm");

        Reply wrong = ann.submit("form:has([name=password])", Map.of("password", "wrong password"));
        assertThat(wrong.status()).isEqualTo(422);
        Reply done = ann.submit("form:has([name=password])", Map.of("password", Visitor.PASSWORD));
        assertThat(done.url()).endsWith("/profile/security/connect/");
    }

    @Test
    void lastWayInIsNotRemoved() {
        String name = Visitor.unique("only");
        Visitor only = joined(name);
        Reply confirm = only.get("/profile/confirm/?continue=/profile/security/");
        String link = confirm.page().select("a[href*='for=confirm']").attr("href");
        assertThat(signIn(only, link, person(name)).url()).endsWith("/profile/security/");

        Reply page = only.submit("form[action*=identities]", Map.of());

        assertThat(page.page().text()).contains("only way to sign in");
        assertThat(identities(name)).isEqualTo(1);
    }

    @Test
    void signOutOffersTheProvidersToo() {
        Visitor olga = joined(Visitor.unique("olga"));
        Reply page = olga.post("/logout/", Map.of("csrf-token", olga.csrfToken()));
        assertThat(page.page().select("a[href*='/logout?client_id=']")).hasSize(1);
        assertThat(nickname(olga)).isEmpty();
    }

    @Test
    void singleSignOnLeavesNoOtherWay() {
        Visitor ann = Visitor.member("ann");
        String name = Visitor.unique("sso");
        joined(name);
        Visitor guest = Visitor.guest();
        guest.get("/login/");
        Map<String, String> fields = guest.fieldsOf("form:has([name=login])");
        fields.putAll(Map.of("login", ann.nickname(), "password", Visitor.PASSWORD));
        try (ChangedSetting only = new ChangedSetting(SettingKeys.ONLY_PROVIDERS, "true", database, settings)) {
            assertThat(guest.get("/login/").page().select("[name=password]")).isEmpty();
            assertThat(guest.get("/signup/").page().select("[name=password]")).isEmpty();
            assertThat(guest.get("/login/forgotten/").url()).contains("/login/").doesNotContain("forgotten");
            guest.post("/login/", fields);
            assertThat(nickname(guest)).isEmpty();
            signIn(guest, "/login/with/standin", person(name));
            assertThat(nickname(guest)).isEqualTo(name);
        }
    }

    @Test
    void administratorSignsInByALinkOnce() {
        Visitor chief = Visitor.member("chief");
        assertThat(command.run(List.of(Visitor.member("ann").nickname()))).isEqualTo(1);
        database.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        assertThat(command.run(List.of(chief.nickname()))).isZero();
        long id = database.of("SELECT id FROM member WHERE nickname = ?", chief.nickname());
        String link = "/login/link/" + links.make(id);

        Visitor browser = Visitor.guest();
        browser.get(link);
        browser.submit("form[action*='/login/link/']", Map.of());
        assertThat(nickname(browser)).isEqualTo(chief.nickname());
        assertThat(Visitor.guest().get(link).url()).endsWith("/login/");
    }
}
