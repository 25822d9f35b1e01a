package askme.account.identity;

import static askme.account.identity.ProviderVisit.NICKNAME_FORM;
import static askme.account.identity.ProviderVisit.joined;
import static askme.account.identity.ProviderVisit.nickname;
import static askme.account.identity.ProviderVisit.person;
import static askme.account.identity.ProviderVisit.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.account.address.RequiredConfirmation;
import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address that a provider names proves nothing before its owner has used a link (ADR 0066). */
@QuarkusTest
@Tag("one-process") // replaces a bean of the process that answers
class ProviderAddressTest {

    private static final String UNPROVEN =
            "SELECT COUNT(*) FROM member WHERE nickname = ? AND email_confirmed_at IS NULL AND must_confirm = ?";
    private static final String NEW_PASSWORD = "staple battery correct";

    @Inject
    TestDatabase database;

    @ParameterizedTest
    @ValueSource(strings = {"standin", "github"})
    void verifiedAddressIsConfirmedByALinkAllTheSame(String provider) {
        String name = Visitor.unique("vera");
        String email = name + "@example.net";
        Visitor vera = Visitor.guest();
        try (RequiredConfirmation required = new RequiredConfirmation()) {
            signIn(vera, "/login/with/" + provider, person(name));
            Reply joined = vera.submit(NICKNAME_FORM, Map.of("nickname", name));
            assertThat(joined.page().select(".account-banner").text()).contains("Confirm your e-mail address");
            assertThat(database.of(UNPROVEN, name, 1)).isOne();

            vera.get(Inbox.linkTo(email, "Confirm your address"));
            vera.submit("main form", Map.of());
        }
        assertThat(database.of(UNPROVEN, name, 0)).as("neither of the two").isZero();
        assertThat(vera.get("/").page().select(".account-banner")).isEmpty();
    }

    @Test
    void whereNothingIsRequiredTheAddressProvesNothingEither() {
        String name = Visitor.unique("vera");
        joined(name);
        assertThat(database.of(UNPROVEN, name, 0)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"standin, UNVERIFIED", "standin, TEXT_VERIFIED", "github, UNVERIFIED"})
    void addressThatTheProviderHasNotVerifiedMakesNoMember(String provider, String fault) {
        String name = Visitor.unique("una");
        Map<String, String> una = Map.of("person", name, "email", name + "@example.net", "fault", fault);
        Reply page = signIn(Visitor.guest(), "/login/with/" + provider, una);
        assertThat(page.page().select("[name=nickname]")).isEmpty();
        assertThat(page.page().select(".alert").text()).contains("has not verified");
    }

    @Test
    void twoProvidersWithOneAddressAreTwoMembers() {
        String name = Visitor.unique("twin");
        joined(name);
        Visitor second = Visitor.guest();
        Map<String, String> other = Map.of("person", "other-" + name, "email", name + "@example.net");
        signIn(second, "/login/with/github", other);
        second.submit(NICKNAME_FORM, Map.of("nickname", name + "2"));
        assertThat(nickname(second)).isEqualTo(name + "2");
        Visitor first = Visitor.guest();
        signIn(first, "/login/with/standin", person(name));
        assertThat(nickname(first)).as("each provider opens only its account").isEqualTo(name);

        database.change("UPDATE member SET email_confirmed_at = UTC_TIMESTAMP(6) WHERE nickname = ?", name + "2");
        Visitor third = Visitor.guest();
        Map<String, String> again = Map.of("person", "third-" + name, "email", name + "@example.net");
        assertThat(signIn(third, "/login/with/standin", again)
                        .page()
                        .select(".alert")
                        .text())
                .contains("already");
    }

    @Test
    void ownerWhoSetsAPasswordIsRidOfAStrangerWithTheirAddress() {
        String mallory = Visitor.unique("mallory");
        String email = mallory + "-victim@example.net";
        Map<String, String> stranger = Map.of("person", mallory, "email", email);
        Visitor visitor = Visitor.guest();
        signIn(visitor, "/login/with/standin", stranger);
        visitor.submit(NICKNAME_FORM, Map.of("nickname", mallory));
        addPasskey(mallory);

        Visitor owner = Visitor.guest();
        reset(owner, email);

        assertThat(nickname(visitor)).as("the session").isEmpty();
        Visitor back = Visitor.guest();
        signIn(back, "/login/with/standin", stranger);
        assertThat(nickname(back)).as("the provider").isEmpty();
        assertThat(ways(mallory)).isZero();
        await().untilAsserted(() -> assertThat(Inbox.of(email))
                .extracting(Inbox.Mail::text)
                .anyMatch(text -> text.contains("Signing in with Stand-in was removed"))
                .anyMatch(text -> text.contains("The password of your account was changed")));
    }

    @Test
    void ownerOfAProvenAddressKeepsTheOtherWays() {
        String name = Visitor.unique("olga");
        joined(name);
        addPasskey(name);
        database.change("UPDATE member SET email_confirmed_at = UTC_TIMESTAMP(6) WHERE nickname = ?", name);
        reset(Visitor.guest(), name + "@example.net");
        assertThat(ways(name)).isEqualTo(2);
    }

    private static void reset(Visitor owner, String email) {
        owner.get("/login/forgotten/");
        owner.submit("main form", Map.of("login", email));
        owner.get(Inbox.linkTo(email, "Reset your"));
        Reply done = owner.submit("main form", Map.of("password", NEW_PASSWORD, "passwordAgain", NEW_PASSWORD));
        assertThat(done.page().select("[role=status]").text()).contains("Your new password is set");
    }

    private void addPasskey(String nickname) {
        database.change(
                "INSERT INTO passkey (member_id, credential_hash, credential, signatures, backup_eligible, backed_up, name, added_at)"
                        + " SELECT id, UNHEX(SHA2(nickname, 256)), 'x', 0, 0, 0, 'a key', UTC_TIMESTAMP(6) FROM member WHERE nickname = ?",
                nickname);
    }

    private long ways(String nickname) {
        return database.of(
                "SELECT (SELECT COUNT(*) FROM member_identity i WHERE i.member_id = m.id)"
                        + " + (SELECT COUNT(*) FROM passkey p WHERE p.member_id = m.id) FROM member m WHERE m.nickname = ?",
                nickname);
    }
}
