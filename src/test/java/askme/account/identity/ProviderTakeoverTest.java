package askme.account.identity;

import static askme.account.identity.ProviderVisit.comeBack;
import static askme.account.identity.ProviderVisit.joined;
import static askme.account.identity.ProviderVisit.nickname;
import static askme.account.identity.ProviderVisit.person;
import static askme.account.identity.ProviderVisit.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attempts to take over an account by a provider. */
@QuarkusTest
class ProviderTakeoverTest {

    @Inject
    TestDatabase database;

    private long identities(String nickname) {
        return database.of(
                "SELECT COUNT(*) FROM member_identity i JOIN member m ON m.id = i.member_id WHERE m.nickname = ?",
                nickname);
    }

    @Test
    void stateOfAnotherBrowserIsRefused() {
        String name = Visitor.unique("mallory");
        joined(name);
        Visitor mallory = Visitor.guest();
        String address = comeBack(mallory, "/login/with/standin", person(name));

        Visitor victim = Visitor.guest();
        victim.getOnce("/login/with/standin");
        Reply page = victim.get(address);

        assertThat(page.url()).contains("/login/");
        assertThat(nickname(victim)).isEmpty();
    }

    @Test
    void journeyEndsOnce() {
        String name = Visitor.unique("rita");
        joined(name);
        Visitor rita = Visitor.guest();
        String address = comeBack(rita, "/login/with/standin", person(name));
        String cookie = rita.cookie("journey");
        rita.get(address);
        assertThat(nickname(rita)).isEqualTo(name);

        assertThat(io.restassured.RestAssured.given()
                        .redirects()
                        .follow(false)
                        .cookie("journey", cookie)
                        .get(URI.create(address))
                        .header("Location"))
                .endsWith("/login/");
    }

    @Test
    void answerOfOneProviderDoesNotEndTheJourneyToAnother() {
        Visitor visitor = Visitor.guest();
        String address = comeBack(visitor, "/login/with/standin", person(Visitor.unique("mix")));
        Reply page = visitor.get(address.replace("/with/standin/", "/with/github/"));
        assertThat(page.url()).endsWith("/login/");
    }

    @Test
    void unverifiedAddressMakesNoMember() {
        String name = Visitor.unique("una");
        Map<String, String> una = Map.of("person", name, "email", name + "@example.net", "fault", "UNVERIFIED");
        Reply page = signIn(Visitor.guest(), "/login/with/standin", una);
        assertThat(page.page().select("[name=nickname]")).isEmpty();
        assertThat(page.page().select(".alert").text()).contains("has not verified");
    }

    @Test
    void unprovenAccountLosesTheAddressToItsOwner() {
        String squatter = Visitor.member("squatter").nickname();
        String name = Visitor.unique("owner");
        database.change("UPDATE member SET email = ? WHERE nickname = ?", name + "@example.net", squatter);

        Visitor owner = joined(name);

        assertThat(nickname(owner)).isEqualTo(name);
        assertThat(database.of("SELECT COUNT(*) FROM member WHERE nickname = ? AND email IS NULL", squatter))
                .isEqualTo(1);
        assertThat(identities(squatter)).isZero();
    }

    @Test
    void provenAccountIsNeverJoinedByAnAddress() {
        Visitor owner = Visitor.member("proven");
        String address = Visitor.unique("proven") + "@example.net";
        database.change(
                "UPDATE member SET email = ?, email_confirmed_at = UTC_TIMESTAMP(6) WHERE nickname = ?",
                address,
                owner.nickname());
        Visitor visitor = Visitor.guest();
        Reply page = signIn(visitor, "/login/with/standin", Map.of("person", Visitor.unique("sub"), "email", address));

        assertThat(page.page().select(".alert").text()).contains("already");
        assertThat(visitor.post("/signup/with", Map.of("nickname", "x", "csrf-token", ""))
                        .status())
                .isIn(403, 422);
        assertThat(identities(owner.nickname())).isZero();
    }

    @Test
    void personBelongsToOneMemberOnly() {
        String sub = Visitor.unique("sub");
        Visitor first = Visitor.member("first");
        Visitor second = Visitor.member("second");
        for (Visitor visitor : new Visitor[] {first, second}) {
            signIn(visitor, "/login/with/standin?for=connect", person(sub));
        }
        first.submit("form[action$=connect/]", Map.of());
        Reply taken = second.submit("form[action$=connect/]", Map.of());

        assertThat(taken.page().text()).contains("connected to another member");
        assertThat(identities(first.nickname())).isEqualTo(1);
        assertThat(identities(second.nickname())).isZero();
    }

    @Test
    void oldSignInAtTheProviderDoesNotConfirm() {
        String name = Visitor.unique("late");
        Visitor late = joined(name);
        Map<String, String> old = Map.of("person", name, "fault", "OLD_AUTH_TIME");
        Reply page = signIn(late, "/login/with/standin?for=confirm&continue=/profile/security/app/", old);
        assertThat(page.url()).contains("/profile/confirm");
        Reply other = signIn(
                late, "/login/with/standin?for=confirm&continue=/profile/security/app/", person(Visitor.unique("sub")));
        assertThat(other.url()).contains("/profile/confirm");
        assertThat(late.get("/profile/security/app/").url()).contains("/profile/confirm");
    }

    @Test
    void strangeReturnAddressIsIgnored() {
        String back = URLEncoder.encode("https://evil.example/", StandardCharsets.UTF_8);
        String name = Visitor.unique("eve");
        joined(name);
        Visitor eve = Visitor.guest();
        assertThat(signIn(eve, "/login/with/standin?continue=" + back, person(name))
                        .url())
                .doesNotContain("evil");
        assertThat(Visitor.guest().getOnce("/login/with/unknown").status()).isEqualTo(404);
    }
}
