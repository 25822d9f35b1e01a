package askme.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.command.Command;
import askme.support.Browsers;
import askme.support.Inbox;
import askme.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reads names that leave the process at the running site; {@link NamesInCodeTest} explains what to do if one differs. */
@QuarkusTest
@Tag("one-process") // reads the metrics of the process that answered
class NamesOfSiteTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @TestHTTPResource(value = "/", management = true)
    String management;

    @ConfigProperty(name = "askme.secret")
    String secret;

    @Inject
    DataSource database;

    @Inject
    NamesOfRedis redis;

    @Inject
    NamesOfJobs jobs;

    @Inject
    @Any
    Instance<Command> commands;

    private final Names names = new Names();
    private Visitor ann;
    private Visitor bob;
    private Visitor admin;
    private long question;
    private long answer;

    @Test
    void namesOfTheRunningSiteAreTheRecordedOnes() throws Exception {
        ann = Visitor.member("names-ann");
        bob = Visitor.member("names-bob");
        appointAdmin();
        handlersAndCommands();
        writeAndPublish();
        askAndSearch();
        cookiesAndForms();
        NamesInBrowser.find(browsers.of(ann, "/ask/"), names);
        passwordReset();
        redis.pushFailingJobs();
        jobs.run("page-anchors");
        jobs.run("popular-tags");
        jobs.run("best-members");
        await().atMost(PATIENCE).until(redis::bothFailed);
        await().atMost(PATIENCE).until(redis::everyTaskRan);
        pauseMail();
        try {
            redis.find(names);
            jobsPage();
        } finally {
            resumeMail();
        }
        NamesOfDatabase.find(database, names);
        NamesOfOperations.find(management, names);
        assertThat(new RecordedNames().differences(names))
                .as(NamesInCodeTest.HINT)
                .isEmpty();
    }

    private void appointAdmin() throws SQLException {
        String nickname = Visitor.member("names-admin").nickname();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE member SET admin = 1 WHERE nickname = '" + nickname + "'");
        }
        admin = Visitor.guest().signIn(nickname);
    }

    private void handlersAndCommands() {
        jobs.find(names);
        commands.forEach(command -> names.add("commands", command.name()));
    }

    /** Each kind of change of a question, with its publication, its mail and the catch-up answer for a page that missed it. */
    private void writeAndPublish() throws Exception {
        question = ann.ask("Which externalnames leave the process?", "Tell me `all`", "externalnames");
        String page = "/question/" + question + "/";
        String url = ann.get(page).page().select("[data-live-url]").attr("data-live-url");
        String token = json("token", ann.get("/realtime/token").body(), true)
                .get("token")
                .asText();
        String origin = URI.create(ann.last().url()).resolve("/").toString().replaceAll("/$", "");
        names.add("hub", "channel question:{n}");
        try (HubReader hub = new HubReader(url, origin, token, "question:" + question)) {
            pauseMail();
            try {
                answer = bob.answer(question, "All of *them*");
                hub.awaitPublications(1);
                await().atMost(PATIENCE).until(() -> mailJob() != null);
                JsonMembers.seen(mailJob(), false).forEach(member -> names.add("job envelope", member));
            } finally {
                resumeMail();
            }
            mail();
            await().atMost(PATIENCE).until(() -> mailKinds().size() == 1);
            names.add("database rows", "mail_sent.kind " + mailKinds().get(0));
            bob.get("/answer/" + answer + "/edit/");
            bob.submit("form:has(textarea)", Map.of("text", "All of them, and more"));
            hub.awaitPublications(2);
            json(
                    "vote",
                    ann.postJson("/answer/" + answer + "/vote", "{\"value\": 1}")
                            .body(),
                    true);
            hub.awaitPublications(3);
            json("accept", ann.postJson("/answer/" + answer + "/accept", "{}").body(), true);
            hub.awaitPublications(4);
            json("vote", bob.postJson(page + "vote", "{\"value\": 1}").body(), true);
            hub.awaitPublications(5);
            ann.get(page + "edit/");
            ann.submit("form:has(textarea)", Map.of("text", "Tell me all"));
            hub.awaitPublications(6);
            json("problem", ann.postJson(page + "vote", "{\"value\": 1}").body(), true);
            json("since", ann.get(page + "answers/since?after=0").body(), true);
            json("since", ann.get(page + "answers/since?after=0&language=ru").body(), true);
            jobs.run("popular-tags");
            forms();
            bob.get("/answer/" + answer + "/edit/");
            bob.submit("form.danger", Map.of());
            hub.awaitPublications(7);
            ann.get(page + "edit/");
            ann.submit("form.danger", Map.of());
            hub.awaitPublications(8);
            hub.published().forEach(this::publication);
        }
        ann.ask("Which externalnames stay for the sidebar?", "This one", "externalnames");
    }

    private String mailJob() {
        return redis.waiting("\"answerId\":" + answer + ",");
    }

    private List<String> mailKinds() throws SQLException {
        return NamesOfDatabase.texts(database, "SELECT kind FROM mail_sent WHERE answer_id = " + answer);
    }

    private void publication(JsonNode data) {
        String kind = data.path("kind").asText();
        JsonMembers.seen(data.toString(), true).forEach(member -> names.add("publications", kind + " " + member));
        String html = data.at("/html/en").asText();
        NamesOfPages.html(names, "published html of " + kind, Jsoup.parseBodyFragment(html));
    }

    private JsonNode json(String what, String body, boolean kinds) throws Exception {
        JsonMembers.seen(body, kinds).forEach(member -> names.add("answers to scripts", what + " " + member));
        return JSON.readTree(body);
    }

    private void askAndSearch() throws Exception {
        String suggestions = "/search/suggestions?q=externalnames";
        await().atMost(PATIENCE).until(() -> ann.get(suggestions).body().length() > 2);
        json("suggestions", ann.last().body(), true);
        json(
                "similar",
                ann.get("/search/similar?q=externalnames+stay+for+the+sidebar").body(),
                true);
        json("tag suggestions", ann.get("/tags/suggestions?q=externaln").body(), true);
    }

    private void mail() {
        await().atMost(PATIENCE).until(() -> !Inbox.of(ann.email()).isEmpty());
        Inbox.Mail mail = Inbox.of(ann.email()).get(0);
        String link = NamesInMails.find(mail, new Signatures(secret), names);
        ann.get(URI.create(link).getPath());
        NamesOfPages.forms(names, ann.last(), ann.nickname());
    }

    private void cookiesAndForms() {
        Visitor guest = Visitor.guest();
        NamesOfPages.cookies(names, guest.getOnce("/login/").raw());
        String token = guest.last().page().select("[name=csrf-token]").val();
        boolean known = new Signatures(secret).of("csrf", guest.cookie("guest")).equals(token);
        names.add("signatures", "csrf token: " + (known ? "csrf" : "another purpose"));
        Map<String, String> login = Map.of("login", bob.nickname(), "password", Visitor.PASSWORD, "csrf-token", token);
        NamesOfPages.cookies(names, guest.postOnce("/login/", login).raw());
        NamesOfPages.cookies(names, guest.getOnce("/language/ru/").raw());
        Map<String, String> ask =
                Map.of("title", "A flash", "text", "Shown once", "tags", "", "csrf-token", guest.csrfToken());
        NamesOfPages.cookies(names, guest.postOnce("/ask/", ask).raw());
    }

    private void forms() {
        String page = "/question/" + question + "/";
        for (String path : List.of("/login/", "/signup/", "/login/forgotten/", page)) {
            NamesOfPages.forms(names, Visitor.guest().get(path), ann.nickname());
        }
        for (String path : List.of(
                "/",
                "/ask/",
                "/profile/",
                "/profile/account/",
                "/profile/security/",
                "/search/?q=x",
                page,
                page + "edit/")) {
            NamesOfPages.forms(names, ann.get(path), ann.nickname());
        }
        for (String path : List.of(
                page,
                page + "edit/",
                "/answer/" + answer + "/edit/",
                "/member/" + ann.nickname() + "/",
                "/profile/",
                "/profile/account/",
                "/profile/security/")) {
            NamesOfPages.forms(names, admin.get(path), ann.nickname());
        }
        String troll = Visitor.member("troll").nickname();
        admin.get("/member/" + troll + "/suspend");
        NamesOfPages.forms(names, admin.submit("form.wide-form", Map.of("reason", "Noise")), troll);
    }

    private void passwordReset() throws SQLException {
        Visitor guest = Visitor.guest();
        int before = Inbox.of(bob.email()).size();
        guest.get("/login/forgotten/");
        guest.submit("main form", Map.of("login", bob.email()));
        await().atMost(PATIENCE).until(() -> Inbox.of(bob.email()).size() > before);
        Matcher link = Pattern.compile("/login/reset/((\\d+\\.\\d+)\\.([\\w-]+))/?")
                .matcher(Inbox.of(bob.email()).get(0).text());
        assertThat(link.find()).isTrue();
        String hash = NamesOfDatabase.texts(
                        database, "SELECT password_hash FROM member WHERE nickname = '" + bob.nickname() + "'")
                .get(0);
        String purpose = "password-reset " + bob.email() + " " + hash;
        boolean known = new Signatures(secret).of(purpose, link.group(2)).equals(link.group(3));
        names.add("signatures", "reset link: " + (known ? "password-reset {email} {hash}" : "another purpose"));
        NamesOfPages.forms(names, guest.get(link.group()), bob.nickname());
    }

    private void pauseMail() {
        admin.get("/admin/jobs/");
        admin.submit("[data-queue=mail] form[action$=pause]", Map.of());
    }

    private void resumeMail() {
        admin.get("/admin/jobs/");
        admin.submit("[data-queue=mail] form[action$=resume]", Map.of());
    }

    private void jobsPage() throws Exception {
        Visitor.Reply page = admin.get("/admin/jobs/");
        NamesOfPages.forms(names, page, admin.nickname());
        names.add(
                "queues", String.join(" > ", page.page().select("[data-queue]").eachAttr("data-queue")));
        json("jobs state", admin.get("/admin/jobs/state").body(), false);
        String token = admin.csrfToken();
        for (String id : List.of(NamesOfRedis.FAILED, NamesOfRedis.DEAD)) {
            admin.post("/admin/jobs/delete", Map.of("id", id, "csrf-token", token));
        }
    }
}
