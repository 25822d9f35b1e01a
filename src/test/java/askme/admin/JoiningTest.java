package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules for new accounts follow the settings. */
@QuarkusTest
@Tag("one-process") // another process would show the changes a second later
class JoiningTest extends SettingsScene {

    @Test
    void joiningFollowsTheSettings() {
        save("joining", Map.of("join.who", "domains", "join.domains", "garden.example"));
        Visitor stranger = Visitor.guest();
        stranger.get("/signup/");
        assertThat(signUp(stranger, "stranger@example.org")
                        .page()
                        .select("#email-error")
                        .text())
                .contains("certain domains");
        assertThat(signUp(Visitor.guest(), "gardener@garden.example").status()).isEqualTo(200);

        save("joining", Map.of("join.who", "nobody"));
        assertThat(Visitor.guest().get("/signup/").page().select("form:has([name=passwordAgain])"))
                .isEmpty();

        save("joining", Map.of("join.who", "invitation"));
        chief.get("/admin/invitations/");
        String link = chief.submit("form:has([name=days])", Map.of("note", "For Bob", "most", "1"))
                .page()
                .select("#link")
                .attr("value");
        Visitor bob = Visitor.guest();
        bob.get(link.substring(link.indexOf("/signup")));
        Visitor late = Visitor.guest();
        late.get(link.substring(link.indexOf("/signup")));
        assertThat(signUpHere(bob, "bob").status()).isEqualTo(200);
        assertThat(signUpHere(late, "late").page().select("#email-error").text())
                .contains("by invitation");
        assertThat(Visitor.guest().get("/signup/").page().select(".alert").text())
                .contains("by invitation");
        assertThat(chief.get("/admin/invitations/")
                        .page()
                        .select("[data-invitation]")
                        .text())
                .contains("For Bob", "1 of 1");
        chief.submit("form[action$=/end]", Map.of());
        assertThat(chief.get("/admin/invitations/").page().select("[data-invitation]"))
                .isEmpty();

        assertThat(chief.post("/admin/invitations/", Map.of("csrf-token", chief.csrfToken(), "days", "0", "most", "x"))
                        .status())
                .isEqualTo(422);
    }

    private Visitor.Reply signUp(Visitor guest, String email) {
        guest.get("/signup/");
        return send(guest, email);
    }

    private Visitor.Reply signUpHere(Visitor guest, String name) {
        return send(guest, Visitor.unique(name) + "@example.org");
    }

    private static Visitor.Reply send(Visitor guest, String email) {
        return guest.submit(
                "form:has([name=passwordAgain])",
                Map.of(
                        "email",
                        email,
                        "nickname",
                        Visitor.unique("joiner"),
                        "password",
                        Visitor.PASSWORD,
                        "passwordAgain",
                        Visitor.PASSWORD));
    }
}
