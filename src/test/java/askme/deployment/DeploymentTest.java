package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.Inbox;
import askme.support.Outage;
import askme.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The site with two web, two worker and two scheduler processes on one machine. */
@Tag("full")
@Tag("deployment")
@Tag("program")
@Timeout(600)
class DeploymentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static Deployment site;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> nginx = Programs.find("nginx");
        assumeTrue(nginx.isPresent(), "no nginx here");
        site = new Deployment(nginx.get());
        pagesAreShown(); // while the database is empty
    }

    @AfterAll
    static void stop() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void twoWebsCountExactlyMailOnceAndPublish() throws Exception {
        Visitor ann = member("ann");
        List<Visitor> others =
                IntStream.range(0, 6).mapToObj(i -> member("bob")).toList();
        long question = ann.ask("Do two of each count?", "Exactly.", "scale");
        try (LiveReader reader = LiveReader.of(site.address, question)) {
            List<Long> answers = others.parallelStream()
                    .map(bob -> bob.answer(question, "From " + bob.nickname()))
                    .toList();
            others.parallelStream().forEach(bob -> vote(bob, "/question/" + question + "/vote"));
            for (long answer : answers) {
                vote(ann, "/answer/" + answer + "/vote");
                await().atMost(PATIENCE).until(() -> reader.told().contains("answer-" + answer));
            }
        }
        assertThat(site.number("SELECT rating FROM question WHERE id = " + question))
                .isEqualTo(6);
        assertThat(site.number("SELECT answer_count FROM question WHERE id = " + question))
                .isEqualTo(6);
        assertThat(site.number("SELECT SUM(rating) FROM answer WHERE question_id = " + question))
                .isEqualTo(6);
        await().atMost(PATIENCE)
                .until(() -> site.number("SELECT COUNT(*) FROM outbox WHERE due_at <= UTC_TIMESTAMP(6)") == 0);
        assertThat(Inbox.of(ann.email())).as("exactly one mail for each answer").hasSize(6);
        assertThat(site.command("reconcile", "--check").code()).isZero();
        for (Deployment.Node web : site.all("web")) {
            assertThat(web.metric("http_server_requests_seconds_count"))
                    .as("both webs answered")
                    .isPositive();
        }
        for (Deployment.Node worker : site.all("worker")) {
            assertThat(worker.metric("askme_jobs_run_seconds_count"))
                    .as("both workers ran jobs")
                    .isPositive();
        }
    }

    @Test
    void twoSchedulersRunEachSlotAtMostOnce() throws Exception {
        await().atMost(PATIENCE).until(() -> refreshes() >= 8);
        double runs = refreshes();
        assertThat(runs).isLessThanOrEqualTo(slots());
        // Two tasks every two seconds. A slow scheduler may miss some slots, but not half of them.
        assertThat(runs).isGreaterThanOrEqualTo(slots() * 0.5);
    }

    private static double refreshes() throws IOException, InterruptedException {
        double sum = 0;
        for (Deployment.Node worker : site.all("worker")) {
            sum += worker.metric("askme_jobs_run_seconds_count{end=\"done\",handler=\"refresh-sidebar\"");
        }
        return sum;
    }

    /** The slots that a scheduler claimed; Redis keeps them for minutes. */
    private static long slots() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Redis redis = Redis.createClient(vertx, site.setting("QUARKUS_REDIS_SCHEDULE_HOSTS"));
            long found = 0;
            for (String task : List.of("popular-tags", "best-members")) {
                found += redis.send(Request.cmd(Command.KEYS).arg("slot:" + task + ":*"))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS)
                        .size();
            }
            return found;
        } finally {
            vertx.close();
        }
    }

    @Test
    void processWithoutWebRoleOpensNoPublicPort() {
        for (String role : List.of("worker", "scheduler")) {
            for (Deployment.Node node : site.all(role)) {
                assertThatThrownBy(() -> Deployment.status("http://localhost:" + node.port() + "/"))
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void withoutRedisOnlyTheWebIsReady() throws Exception {
        try (Outage down = Outage.of(Outage.REDIS)) {
            for (Deployment.Node node : site.nodes) {
                assertThat(node.ready()).as(node.role()).isEqualTo(node.role().equals("web") ? 200 : 503);
            }
        }
        for (Deployment.Node node : site.nodes) {
            await().atMost(PATIENCE).until(() -> node.ready() == 200);
        }
    }

    @Test
    void everyCommandRunsInTheImage() throws Exception {
        Visitor ann = member("boss");
        assertThat(ann.get("/admin/jobs/").status()).isEqualTo(404);

        assertThat(site.command("make-admin", "nobody-" + ann.nickname()).output())
                .isEqualToIgnoringWhitespace("No member is called \"nobody-" + ann.nickname() + "\".");
        assertThat(site.command("make-admin", ann.nickname()).output())
                .as("text for people, although the site itself logs JSON")
                .matches(ann.nickname() + " \\(member \\d+\\) is now an administrator\\s*");

        await().atMost(PATIENCE).until(() -> ann.get("/admin/jobs/").status() == 200);
        assertThat(site.command("reconcile").code()).isZero();
        assertThat(site.command("replay-dead", "--all").output()).contains("replayed=0");
        assertThat(site.command("fill-db", "1").output()).contains("production build", "--yes-production");
        assertThat(site.command("help").output()).contains("fill-db", "make-admin", "reconcile", "replay-dead");
    }

    @Test
    void filledDatabaseIsShownAndConsistent() throws Exception {
        assertThat(site.command("fill-db", "1", "--yes-production").code()).isZero();

        pagesAreShown();
        assertThat(Visitor.guestAt(site.address).get("/hot/").page().select(".question-card"))
                .isNotEmpty();
        assertThat(site.command("reconcile", "--check").code()).isZero();
    }

    private static void pagesAreShown() {
        for (String language : List.of("en", "ru")) {
            Visitor guest = Visitor.guestAt(site.address).speaking(language);
            for (String path : List.of("/", "/hot/", "/tags/", "/members/", "/search/?q=a", "/login/")) {
                Visitor.Reply page = guest.get(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                assertThat(page.header("Content-Language")).as(path).isEqualTo(language);
            }
        }
    }

    @Test
    void quarkusKeysOfTheComposeFileAreRecognized() throws Exception {
        assertThat(unknown(ComposeFileTest.KEYS_OF_QUARKUS)).isEmpty();
        assertThat(unknown(Set.of("quarkus.mailer.health.enabled"))).isEqualTo("quarkus.mailer.health.enabled");
    }

    /** The keys that the start reports as unrecognized; they are properties, because it ignores environment variables. */
    private static String unknown(Set<String> keys) throws Exception {
        List<String> properties =
                keys.stream().map(key -> "-D" + key + "=" + site.settingOr(key)).toList();
        String output = site.command(properties, Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"), "help")
                .output();
        return Pattern.compile("Unrecognized configuration key \"([^\"]+)\"")
                .matcher(output)
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.joining(" "));
    }

    @Test
    void logLinesAreJsonWithTheRequestId() throws Exception {
        member("logged");
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String name : List.of("web-0.log", "web-1.log")) {
            for (String line : Files.readAllLines(site.data.resolve(name))) {
                lines.add(json.readTree(line));
            }
        }
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("loggerName").asText()).isEqualTo("askme.audit");
            assertThat(line.path("message").asText()).startsWith("event=sign-up");
            assertThat(line.path("mdc").path("requestId").asText()).hasSizeGreaterThan(8);
        });
    }

    @Test
    void backupRestoresAWipedSite() throws Exception {
        Visitor ann = member("saved");
        ann.get("/profile/edit/");
        Visitor.Reply profile = ann.submitWithFile(
                "form:has([name=avatar])", Map.of(), "avatar", "me.png", Files.readAllBytes(picture()));
        String avatar = profile.page().selectFirst("header img.avatar").attr("src");
        long question = ann.ask("Will this be here tomorrow?", "Слово, 😀 and `code`.", "backup");
        Backup backup = new Backup(site);

        backup.make();
        site.createSchema();
        backup.wipeUploads();
        assertThat(site.number("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"))
                .isZero();
        try (Connection connection = site.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE of_a_newer_version (id INT)");
        }
        assertThat(backup.restore())
                .startsWith("compose stop nginx web web-2 worker scheduler")
                .endsWith("compose up -d --wait");
        assertThat(site.number("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_name = 'of_a_newer_version'"))
                .isZero();

        String web = "http://localhost:" + site.all("web").get(0).port();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        Visitor.guestAt(web).get("/question/" + question + "/").status() == 200);
        var page = Visitor.guestAt(web).get("/question/" + question + "/").page();
        assertThat(page.selectFirst("#question-" + question).text()).contains("Слово, 😀 and code");
        assertThat(page.selectFirst("h1").text()).contains("Will this be here tomorrow?");
        assertThat(Visitor.guestAt(web).get(avatar).status()).isEqualTo(200);
        // The webs of this test are not replaced, and they cache members for some seconds.
        assertThat(site.number("SELECT COUNT(*) FROM session"))
                .as("sessions from before the backup")
                .isZero();
        assertThat(backup.makeWithoutDatabase()).isEmpty();
    }

    private static Visitor member(String name) {
        return Visitor.guestAt(site.address).signUp(Visitor.unique(name));
    }

    private static void vote(Visitor voter, String where) {
        assertThat(voter.postJson(where, "{\"value\": 1}").status()).isEqualTo(200);
    }

    private static Path picture() {
        return Path.of("docs/img/home.png");
    }
}
