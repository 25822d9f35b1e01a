package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.FirstMember;
import askme.support.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The images and the compose file on an engine: {@code bin/test --containers}. */
@Tag("containers")
@Timeout(900)
class ContainersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String REACH_NGINX = "timeout 5 bash -c '</dev/tcp/172.30.81.10/8080'";
    private static Containers site;

    @BeforeAll
    static void up() throws Exception {
        assertThat(Containers.runHere()).as("docker with compose 2").isTrue();
        site = new Containers();
        FirstMember.signUp(site.address, site.compose("logs", "web", "web-2"));
    }

    @AfterAll
    static void down() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void answerIsPublishedLiveAndMailed() throws Exception {
        Visitor ann = member("ann");
        long question = ann.ask("Does all of it fit together?", "On one machine.", "containers");
        try (LiveReader reader = LiveReader.of(site.address, question)) {
            long answer = member("bob").answer(question, "It does.");
            await().atMost(PATIENCE).until(() -> reader.told().contains("answer-" + answer));
        }
        await().atMost(PATIENCE).until(() -> site.mailsTo(ann.email()) == 1);
    }

    @Test
    void commandPrintsText() throws Exception {
        Visitor ann = member("boss");

        assertThat(site.compose("run", "--rm", "--no-deps", "worker", "make-admin", ann.nickname()))
                .contains(ann.nickname() + " (member ")
                .doesNotContain("{");

        await().atMost(PATIENCE).until(() -> ann.get("/admin/jobs/").status() == 200);
    }

    @Test
    void upgradeLosesNoRequest() throws Exception {
        try (Crowd crowd = new Crowd(site.address)) {
            crowd.goesOn();
            site.run("bin/upgrade");
            crowd.goesOn();
            crowd.close();

            assertThat(crowd.failures()).as("of %d reads", crowd.reads()).isEmpty();
        }
        assertThat(site.compose("ps", "--format", "{{.Image}}").lines().filter(image -> image.startsWith("askme:")))
                .hasSize(4)
                .doesNotContain("askme:local");
    }

    @Test
    void backupRestoresAWipedSite() throws Exception {
        Visitor ann = member("saved");
        ann.get("/profile/edit/");
        String avatar = ann.submitWithFile(
                        "form:has([name=avatar])", Map.of(), "avatar", "me.png", Files.readAllBytes(picture()))
                .page()
                .selectFirst("header img.avatar")
                .attr("src");
        long kept = ann.ask("Will this be here tomorrow?", "Слово, 😀 and `code`.", "backup");
        String backup =
                site.run("bin/backup").lines().reduce((before, last) -> last).orElseThrow();
        long lost = ann.ask("And this question?", "No.", "backup");
        assertThat(site.codeOf("web", "rm /data/uploads/*")).isZero();

        site.run("bin/restore", backup);

        assertThat(ann.get("/question/" + kept + "/")
                        .page()
                        .select(".question .body")
                        .text())
                .isEqualTo("Слово, 😀 and code.");
        assertThat(ann.get("/question/" + lost + "/").status()).isEqualTo(404);
        assertThat(ann.get(avatar).header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(ann.getOnce("/profile/").status())
                .as("a session from before the backup")
                .isEqualTo(303);
        ann.signIn(ann.nickname());
        assertThat(ann.getOnce("/profile/").status()).isEqualTo(200);
    }

    @Test
    void containersHaveFewPrivileges() throws Exception {
        for (String service : new String[] {"web", "worker", "scheduler", "nginx", "centrifugo"}) {
            assertThat(site.codeOf(service, "[ $(id -u) != 0 ]")).as(service).isZero();
            assertThat(site.codeOf(service, "touch /bin/mine")).as(service).isNotZero();
            assertThat(site.codeOf(service, "grep -q 'CapEff:.*[1-9a-f]' /proc/self/status"))
                    .as(service)
                    .isEqualTo(1);
        }
        assertThat(site.codeOf("worker", REACH_NGINX))
                .as("reaches nginx through the front network")
                .isZero();
        assertThat(site.codeOf("mysql", REACH_NGINX)).as("does not reach nginx").isNotZero();
    }

    private static Visitor member(String name) {
        return Visitor.guestAt(site.address).signUp(Visitor.unique(name));
    }

    private static Path picture() {
        return Path.of("docs/img/home.png");
    }
}
