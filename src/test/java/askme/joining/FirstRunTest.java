package askme.joining;

import static org.assertj.core.api.Assertions.assertThat;

import askme.command.Production;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The link of a site without members makes one administrator, and ends with the first member. */
@QuarkusTest
@TestProfile(EmptySite.class)
@Tag("full")
@Tag("first-run")
@Tag("one-process")
class FirstRunTest {

    @Inject
    FirstRun firstRun;

    @Inject
    Settings settings;

    @Inject
    Invitations invitations;

    @Inject
    TestDatabase testDatabase;

    @Test
    void linkMakesOneAdministrator() {
        JoinRules production =
                new JoinRules(settings, invitations, firstRun, new Production("jdbc:mysql://192.0.2.1:3306/askme"));
        assertThat(production.refusal(null)).contains(JoinRules.Refusal.NOT_SET_UP);
        assertThat(testDatabase.of("SELECT COUNT(*) FROM first_run"))
                .as("printed at the start")
                .isOne();

        String old = firstRun.renew();
        String path = FirstRun.path(firstRun.renew());
        assertThat(Visitor.guest().get(FirstRun.path(old)).status()).isEqualTo(404);

        Visitor ann = Visitor.guest();
        ann.get(path);
        Visitor.Reply preview = send(ann, "ann", Map.of("preview", "yes", "colour", "#aa3355"));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.page().select("link[rel=stylesheet]").last().attr("href"))
                .isEqualTo("/look/style/aa3355");
        assertThat(preview.page().selectFirst("[name=site]").attr("value")).isEqualTo("Gardeners");
        assertThat(send(ann, "ann", Map.of("site", "", "colour", "red")).page().select(".is-invalid"))
                .hasSize(2);
        assertThat(testDatabase.of("SELECT COUNT(*) FROM member")).isZero();

        List<Integer> statuses = Stream.of("ann", "bob")
                .map(name -> {
                    Visitor visitor = Visitor.guest();
                    visitor.get(path);
                    return CompletableFuture.supplyAsync(() ->
                            send(visitor, name, Map.of("colour", "#aa3355")).status());
                })
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 404);
        assertThat(testDatabase.of("SELECT COUNT(*) FROM member WHERE admin = 1"))
                .isOne();
        assertThat(testDatabase.of("SELECT COUNT(*) FROM member")).isOne();
        assertThat(settings.get(SettingKeys.NAME)).isEqualTo("Gardeners");
        assertThat(settings.get(SettingKeys.COLOUR)).isEqualTo("#aa3355");
        assertThat(Visitor.guest().get(path).status()).isEqualTo(404);
        assertThat(production.refusal(null)).isEmpty();
    }

    private static Visitor.Reply send(Visitor visitor, String name, Map<String, String> typed) {
        Map<String, String> fields = new java.util.HashMap<>(Map.of(
                "site",
                "Gardeners",
                "email",
                name + "@example.org",
                "nickname",
                name,
                "password",
                Visitor.PASSWORD,
                "passwordAgain",
                Visitor.PASSWORD));
        fields.putAll(typed);
        return visitor.submit("form:has([name=site])", fields);
    }
}
