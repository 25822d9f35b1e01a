package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.Member;
import askme.support.Outage;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class SignInTest {

    private static final String FORM = "form:has([name=login])";

    @Test
    void nicknameOrEmailSignsInAndReturns() {
        String name = Visitor.member("ann").nickname();
        for (String login : new String[] {name, name.toUpperCase(), name + "@example.org"}) {
            Visitor ann = Visitor.guest();
            ann.get("/login/?continue=/tags/");
            Reply page = ann.submit(FORM, Map.of("login", login, "password", Visitor.PASSWORD));
            assertThat(page.url()).endsWith("/tags/");
            assertThat(page.page().select(".nickname").text()).isEqualTo(name);
        }
    }

    @Test
    void foreignReturnAddressIsIgnored() {
        String name = Visitor.member("ann").nickname();
        for (String back :
                new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"}) {
            Visitor ann = Visitor.guest();
            ann.get("/login/");
            ann.submit(FORM, Map.of("login", name, "password", Visitor.PASSWORD, "continue", back));
            assertThat(ann.get("/").page().select(".nickname").text()).isEqualTo(name);
            Reply again =
                    ann.getOnce("/login/?continue=" + back.replace("\\", "%5C").replace(":", "%3A"));
            assertThat(again.header("Location")).isEqualTo("/");
        }
    }

    @Test
    void unknownNameLooksLikeWrongPassword() {
        String name = Visitor.member("ann").nickname();
        assertThat(refusal(name)).isNotBlank().isEqualTo(refusal(Visitor.unique("nobody")));
    }

    @Test
    void accentMakesAnotherName() {
        String name = Visitor.member("admin").nickname();
        Visitor mallory = Visitor.guest();
        mallory.get("/login/");
        Reply page = mallory.submit(FORM, Map.of("login", name.replace("a", "á"), "password", Visitor.PASSWORD));
        assertThat(page.status()).isEqualTo(422);
    }

    @Test
    void throttledAccountRefusesRightPassword() {
        Visitor ann = Visitor.member("sissi");
        String name = ann.nickname();
        List<String> spellings = List.of(name, name.toUpperCase(Locale.ROOT), ann.email(), name.replaceFirst("s", "ſ"));
        for (int i = 0; i < 15; i++) {
            refusal(spellings.get(i % spellings.size()));
        }
        Visitor guest = Visitor.guest();
        guest.get("/login/");
        Reply page = guest.submit(FORM, Map.of("login", name, "password", Visitor.PASSWORD));
        assertThat(page.status()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isPositive();
        assertThat(page.page().select("#password-error").text()).contains("Too many attempts");
    }

    @Test
    void deviceThatSignedInBeforeIsNotLockedOut() {
        Visitor ann = Visitor.member("ann");
        String name = ann.nickname();
        ann.post("/logout/", Map.of("csrf-token", ann.csrfToken()));
        lockOut(name);
        ann.signIn(name);
        assertThat(ann.last().page().select(".nickname").text()).isEqualTo(name);
    }

    @Test
    void newPasswordEndsTheThrottling() {
        Visitor ann = Visitor.member("ann");
        String name = ann.nickname();
        lockOut(name);
        String hash = new PasswordHasher(64, 1, 1).hash(Visitor.PASSWORD);
        QuarkusTransaction.requiringNew().run(() -> Member.update("passwordHash = ?1 where nickname = ?2", hash, name));
        Visitor guest = Visitor.guest().signIn(name);
        assertThat(guest.last().page().select(".nickname").text()).isEqualTo(name);
    }

    private static void lockOut(String name) {
        for (int i = 0; i < 15; i++) {
            refusal(name);
        }
        Visitor stranger = Visitor.guest();
        stranger.get("/login/");
        assertThat(stranger.submit(FORM, Map.of("login", name, "password", Visitor.PASSWORD))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void signInReplacesTheSession() {
        Visitor ann = Visitor.member("ann");
        String first = ann.cookie("askme");
        assertThat(pageWith(first)).contains(ann.nickname());
        ann.post("/logout/", Map.of("csrf-token", ann.csrfToken()));
        ann.signIn(ann.nickname());
        assertThat(ann.cookie("askme")).isNotEqualTo(first);
        assertThat(pageWith(first)).doesNotContain(ann.nickname());
    }

    @Test
    void signOutEndsTheSessionAndStaysOnThePage() {
        Visitor ann = Visitor.member("ann");
        String session = ann.cookie("askme");
        ann.get("/hot/");
        Reply page = ann.submit("form[action$=logout/]", Map.of());
        assertThat(page.url()).endsWith("/hot/");
        assertThat(page.page().select("[role=status]").text()).contains("signed out");
        assertThat(pageWith(session)).doesNotContain(ann.nickname());
    }

    @Test
    void cookieIsHttpOnlyAndStoredOnlyAsDigest() {
        Visitor ann = Visitor.guest();
        String name = Visitor.member("ann").nickname();
        ann.get("/login/");
        String form = ann.get("/login/").page().selectFirst("[name=csrf-token]").attr("value");
        Reply reply = ann.postOnce("/login/", Map.of("csrf-token", form, "login", name, "password", Visitor.PASSWORD));
        String header = reply.raw().headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("askme="))
                .findFirst()
                .orElseThrow();
        assertThat(header.toLowerCase())
                .contains("httponly")
                .contains("samesite=lax")
                .contains("path=/");
        Number found = QuarkusTransaction.requiringNew().call(() -> (Number) Member.getEntityManager()
                .createNativeQuery("SELECT COUNT(*) FROM session WHERE id_hash = ?1")
                .setParameter(1, ann.cookie("askme").getBytes())
                .getSingleResult());
        assertThat(found.longValue()).isZero();
    }

    @Test
    void guestIsRedirectedAndScriptReceives401() {
        Visitor guest = Visitor.guest();
        assertThat(guest.getOnce("/ask/").header("Location")).endsWith("/login/?continue=%2Fask%2F");
        Reply refused = guest.postJson("/question/1/vote", "{\"value\": 1}");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"sign-in-required\"");
        assertThat(refused.header("WWW-Authenticate")).isNotBlank();
    }

    @Test
    void outdatedHashIsRenewedAtSignIn() {
        Visitor ann = Visitor.member("ann");
        String cheap = new PasswordHasher(64, 1, 1).hash(Visitor.PASSWORD);
        QuarkusTransaction.requiringNew()
                .run(() -> Member.update("passwordHash = ?1 where nickname = ?2", cheap, ann.nickname()));
        Visitor.guest().signIn(ann.nickname());
        String now = QuarkusTransaction.requiringNew()
                .call(() -> Member.byNickname(ann.nickname()).orElseThrow().passwordHash);
        assertThat(now).startsWith("$argon2id$v=19$m=256,t=1,p=1$");
    }

    @Test
    void signUpAndSignInWorkWithoutRedis() {
        try (Outage redis = Outage.of(Outage.REDIS)) {
            Visitor ann = Visitor.member("ann");
            assertThat(Visitor.guest()
                            .signIn(ann.nickname())
                            .get("/")
                            .page()
                            .select(".nickname")
                            .text())
                    .isEqualTo(ann.nickname());
        }
    }

    private static String refusal(String name) {
        Visitor guest = Visitor.guest();
        guest.get("/login/");
        Reply page = guest.submit(FORM, Map.of("login", name, "password", "not the password"));
        assertThat(page.status()).isEqualTo(422);
        return page.page().select("#password-error").text();
    }

    private static String pageWith(String session) {
        return io.restassured.RestAssured.given()
                .cookie("askme", session)
                .get("/")
                .body()
                .asString();
    }
}
