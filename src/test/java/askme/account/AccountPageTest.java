package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The part of the settings with the e-mail address and the password. */
@QuarkusTest
@Tag("program")
class AccountPageTest {

    private static final String EMAIL_FORM = "form:has([name=email])";
    private static final String PASSWORD_FORM = "form:has([name=currentPassword])";
    private static final String NEW_PASSWORD = "another horse battery";

    @Inject
    TestDatabase testDatabase;

    @Test
    void domainInAnotherAlphabetIsStoredInAsciiAndShownAsTyped() {
        Visitor ann = Visitor.member("ann");
        String local = Visitor.unique("idn");
        ann.get("/profile/account/");
        ann.submit(EMAIL_FORM, Map.of("email", local + "@ПРИМЕР.рф", "presentPassword", Visitor.PASSWORD));
        assertThat(testDatabase.texts("SELECT email FROM member WHERE nickname = '" + ann.nickname() + "'"))
                .containsExactly(local + "@xn--e1afmkfd.xn--p1ai");
        assertThat(ann.get("/profile/account/")
                        .page()
                        .selectFirst("[name=email]")
                        .attr("value"))
                .isEqualTo(local + "@пример.рф");
        for (String typed : new String[] {"@пример.рф", "@XN--e1afmkfd.xn--p1ai", "@пример。рф"}) {
            assertThat(Visitor.guest()
                            .signIn(local + typed)
                            .get("/")
                            .page()
                            .select(".nickname")
                            .text())
                    .isEqualTo(ann.nickname());
            Visitor bob = Visitor.member("bob");
            bob.get("/profile/account/");
            bob.submit(EMAIL_FORM, Map.of("email", local + typed, "presentPassword", Visitor.PASSWORD));
            assertThat(bob.last().page().select("#email-error").text()).contains("already");
        }
    }

    @Test
    void olderAddressInAnotherAlphabetIsTheSameAccount() {
        Visitor ann = Visitor.member("ann");
        String local = Visitor.unique("idn");
        testDatabase.change("UPDATE member SET email = ? WHERE nickname = ?", local + "@пример.рф", ann.nickname());
        assertThat(Visitor.guest()
                        .signIn(local + "@xn--e1afmkfd.xn--p1ai")
                        .get("/")
                        .page()
                        .select(".nickname")
                        .text())
                .isEqualTo(ann.nickname());
        ann.get("/profile/account/");
        assertThat(ann.submit(EMAIL_FORM, Map.of())
                        .page()
                        .select("[role=status]")
                        .text())
                .contains("Settings saved");
    }

    @Test
    void newEmailNeedsThePassword() {
        Visitor ann = Visitor.member("ann");
        String moved = "moved-" + ann.email();
        ann.get("/profile/account/");
        Reply without = ann.submit(EMAIL_FORM, Map.of("email", moved));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.page().select("#presentPassword-error").text()).contains("current password");
        assertThat(without.page().selectFirst("[name=email]").attr("value")).isEqualTo(moved);
        Reply wrong = ann.submit(EMAIL_FORM, Map.of("email", moved, "presentPassword", "not the password"));
        assertThat(wrong.page().select("#presentPassword-error").text()).contains("not your current password");
        assertThat(wrong.page().selectFirst("[name=presentPassword]").attr("value"))
                .isEmpty();
        assertThat(Visitor.guest().signIn(moved).get("/").page().select(".nickname"))
                .isEmpty();

        ann.submit(EMAIL_FORM, Map.of("email", moved, "presentPassword", Visitor.PASSWORD));
        assertThat(ann.last().page().select("[role=status]").text()).contains("Settings saved");
        assertThat(Visitor.guest()
                        .signIn(moved)
                        .get("/")
                        .page()
                        .select(".nickname")
                        .text())
                .isEqualTo(ann.nickname());
    }

    @Test
    void errorIsInRussian() {
        Visitor ann = Visitor.member("ann").speaking("ru");
        ann.get("/profile/account/");
        Reply without = ann.submit(EMAIL_FORM, Map.of("email", "x" + ann.email()));
        assertThat(without.page().select("#presentPassword-error").text()).contains("текущий пароль");
    }

    @Test
    void newPasswordNeedsTheOldAndEndsOtherSessions() {
        Visitor ann = Visitor.member("ann");
        Visitor phone = Visitor.guest().signIn(ann.nickname());
        ann.get("/profile/account/");
        Reply wrong = ann.submit(PASSWORD_FORM, change("not the password"));
        assertThat(wrong.page().select("#currentPassword-error").text()).contains("not your current password");
        assertThat(phone.get("/").page().select(".nickname").text()).isEqualTo(ann.nickname());

        String before = ann.cookie("askme");
        Reply page = ann.submit(PASSWORD_FORM, change(Visitor.PASSWORD));
        assertThat(page.page().select("[role=status]").text()).contains("Password changed");
        assertThat(page.page().select(".nickname").text()).isEqualTo(ann.nickname());
        assertThat(ann.cookie("askme")).isNotEqualTo(before);
        assertThat(phone.get("/").page().select(".nickname")).isEmpty();
        assertThat(Visitor.guest().signIn(ann.nickname()).get("/").page().select(".nickname"))
                .isEmpty();
    }

    private static Map<String, String> change(String present) {
        return Map.of("currentPassword", present, "password", NEW_PASSWORD, "passwordAgain", NEW_PASSWORD);
    }
}
