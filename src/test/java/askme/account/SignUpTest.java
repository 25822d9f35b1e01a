package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.MemberQueries;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("program")
class SignUpTest {

    private static final String FORM = "form:has([name=passwordAgain])";

    @Inject
    MemberQueries members;

    @Inject
    TestDatabase testDatabase;

    @Test
    void newMemberIsSignedInAndCounted() {
        long before = members.total();
        Visitor ann = Visitor.guest();
        ann.get("/signup/?continue=/hot/");
        String name = Visitor.unique("ann");
        Reply page = ann.submit(FORM, typed(name));
        assertThat(page.url()).endsWith("/hot/");
        assertThat(page.page().select("[role=status]").text()).contains("Welcome, " + name);
        assertThat(page.page().select(".nickname").text()).isEqualTo(name);
        assertThat(members.total()).isEqualTo(before + 1);
    }

    /** No step may be added between a guest and the first answer if no address has to be confirmed. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void guestAnswersAfterTwoForms(String language) {
        String question = "/question/" + Visitor.member("asker").ask("Who answers first?", "Somebody new.", "") + "/";
        Visitor guest = Visitor.guest().speaking(language);
        String signUp =
                guest.get(question).page().selectFirst("a[href^=/signup/]").attr("href");
        guest.get(signUp);
        String name = Visitor.unique("first");
        Reply back = guest.submit(
                FORM,
                Map.of(
                        "email",
                        name + "@example.org",
                        "nickname",
                        name,
                        "password",
                        Visitor.PASSWORD,
                        "passwordAgain",
                        Visitor.PASSWORD));
        assertThat(back.url()).endsWith(question);
        Reply done = guest.submit("#your-answer form", Map.of("text", "The answer of a new member"));
        assertThat(done.page().select("#answers .body").text()).contains("The answer of a new member");
        assertThat(done.page().select(".account-banner")).isEmpty();
    }

    @Test
    void badFieldsHaveErrorsAndPasswordsStayEmpty() {
        Visitor guest = Visitor.guest();
        guest.get("/signup/");
        Reply page = guest.submit(
                FORM,
                Map.of("email", "no address", "nickname", "a b", "password", "password1", "passwordAgain", "other"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page()
                        .select("#email-error, #nickname-error, #password-error, #passwordAgain-error")
                        .eachText())
                .hasSize(4);
        assertThat(page.page().selectFirst("[name=email]").attr("value")).isEqualTo("no address");
        assertThat(page.page().selectFirst("[name=nickname]").attr("value")).isEqualTo("a b");
        assertThat(page.body()).doesNotContain("password1");
    }

    @Test
    void errorsAreInTheReadersLanguage() {
        Visitor guest = Visitor.guest().speaking("ru");
        assertThat(guest.get("/signup/").page().select("main [type=submit]").text())
                .isEqualTo("Зарегистрироваться");
        Reply page = guest.submit(FORM, Map.of("nickname", "я", "password", "qwerty12345"));
        assertThat(page.page().select("#email-error").text()).isEqualTo("Укажите электронную почту.");
        assertThat(page.page().select("#nickname-error").text()).startsWith("2–32 символа");
        assertThat(page.page().select("#password-error").text()).startsWith("Слишком распространённый пароль.");
    }

    @Test
    void nicknameAndEmailAreUniqueInAnyCase() {
        String name = Visitor.unique("Ann");
        Visitor.guest().signUp(name);
        Visitor second = Visitor.guest();
        second.get("/signup/");
        Map<String, String> typed = typed(name.toUpperCase());
        typed.put("email", name.toUpperCase() + "@EXAMPLE.ORG");
        Reply page = second.submit(FORM, typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#nickname-error").text()).contains("taken");
        assertThat(page.page().select("#email-error").text())
                .isEqualTo("This e-mail is already registered. Sign in or reset the password.");
        assertThat(page.page().select("#email-error a").eachAttr("href"))
                .containsExactly("/login/?continue=%2F", "/login/forgotten/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--", "__", "-_-", "root", "Admin", "ADMINISTRATOR", "moderator", "Support", "AskMe"})
    void officialOrLetterlessNicknameIsRefused(String name) {
        Visitor guest = Visitor.guest();
        guest.get("/signup/");
        Reply page = guest.submit(FORM, typed(name));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#nickname-error").text()).startsWith("This nickname is reserved");
    }

    @Test
    void olderOfficialNicknameIsKept() {
        Visitor old = Visitor.member("old");
        assertThat(testDatabase.change("UPDATE member SET nickname = 'Support' WHERE nickname = ?", old.nickname()))
                .isOne();
        try {
            Visitor again = Visitor.guest().signIn("support");
            again.get("/profile/edit/");
            Reply page = again.submit("form:has([name=nickname])", Map.of("nickname", "support"));
            assertThat(page.page().select("[role=status]").text()).contains("Settings saved");
        } finally {
            testDatabase.change("UPDATE member SET nickname = ? WHERE nickname = 'Support'", old.nickname());
        }
    }

    @Test
    void concurrentSignUpsOfOneNameCreateOneAccount() throws Exception {
        long before = members.total();
        String name = Visitor.unique("race");
        List<Visitor> racers =
                IntStream.range(0, 8).mapToObj(i -> Visitor.guest()).toList();
        racers.forEach(r -> r.get("/signup/"));
        ExecutorService pool = Executors.newFixedThreadPool(racers.size());
        try {
            List<Integer> answers =
                    racers.stream()
                            .map(r -> pool.submit(
                                    () -> r.submit(FORM, typed(name)).status()))
                            .toList()
                            .stream()
                            .map(SignUpTest::result)
                            .sorted()
                            .toList();
            assertThat(answers).containsExactly(200, 422, 422, 422, 422, 422, 422, 422);
            assertThat(members.total()).isEqualTo(before + 1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void missingCsrfTokenIsRefused() {
        Reply page = Visitor.guest().postOnce("/signup/", typed(Visitor.unique("mallory")));
        assertThat(page.status()).isEqualTo(403);
    }

    private static Map<String, String> typed(String name) {
        return new HashMap<>(Map.of(
                "email",
                name.toLowerCase() + "@example.org",
                "nickname",
                name,
                "password",
                Visitor.PASSWORD,
                "passwordAgain",
                Visitor.PASSWORD));
    }

    private static int result(java.util.concurrent.Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
