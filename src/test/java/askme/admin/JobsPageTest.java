package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Inbox;
import askme.support.Outage;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class JobsPageTest {

    private static final String PAGE = "/admin/jobs/";

    @Inject
    TestDatabase testDatabase;

    private Visitor admin;

    @BeforeEach
    void appoint() {
        String nickname = Visitor.member("boss").nickname();
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", nickname);
        admin = Visitor.guest().signIn(nickname);
    }

    @Test
    void pageShowsQueuesAndTasks() {
        Reply reply = admin.get(PAGE);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.page().select("[data-queue]").eachAttr("data-queue"))
                .containsExactly("realtime", "mail", "digest", "webhook");
        assertThat(reply.page().select("[data-task]")).isNotEmpty();
    }

    @Test
    void othersGet404() {
        for (Visitor other : new Visitor[] {Visitor.guest(), Visitor.member("other")}) {
            assertThat(other.get(PAGE).status()).isEqualTo(404);
            assertThat(other.get(PAGE + "state").status()).isEqualTo(404);
            Map<String, String> fields = Map.of("queue", "mail", "csrf-token", other.csrfToken());
            assertThat(other.postOnce(PAGE + "pause", fields).status()).isEqualTo(404);
        }
        assertThat(admin.get(PAGE).body()).doesNotContain("class=\"badge\">paused");
    }

    @Test
    void queueIsPausedAndResumed() {
        admin.get(PAGE);
        assertThat(admin.submit("[data-queue=digest] form", Map.of()).body()).contains("Queue digest is paused");
        assertThat(admin.submit("[data-queue=digest] form", Map.of()).body()).contains("Queue digest resumed");
    }

    @Test
    void unknownQueueGets404() {
        String token = admin.csrfToken();
        for (String step : new String[] {"pause", "resume"}) {
            for (String queue : new String[] {"", "mailx", "x".repeat(40_000)}) {
                Map<String, String> fields = Map.of("csrf-token", token, "queue", queue);
                assertThat(admin.postOnce(PAGE + step, fields).status()).isEqualTo(404);
            }
        }
    }

    @Test
    void onlyAdministratorsHaveTheMenuItem() {
        assertThat(admin.get("/").page().select("header a[href='" + PAGE + "']"))
                .hasSize(1);
        for (Visitor other : new Visitor[] {Visitor.guest(), Visitor.member("other")}) {
            assertThat(other.get("/").body()).doesNotContain(PAGE);
        }
    }

    @Test
    void administratorCanEditPostsOfOthers() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Who may mend this?", "I wonder", "");
        long answer = Visitor.member("bob").answer(question, "The operator");
        String page = "/question/" + question + "/";
        assertThat(admin.get(page).page().select("article a.edit").eachAttr("href"))
                .containsExactly("/question/" + question + "/edit", "/answer/" + answer + "/edit");
        assertThat(ann.get(page).page().select("article a.edit").eachAttr("href"))
                .containsExactly("/question/" + question + "/edit");
    }

    @Test
    void stateIsUncachedJsonWithHtml() {
        Reply reply = admin.get(PAGE + "state");
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.body()).contains("\"down\":false").contains("data-queue");
    }

    @Test
    void testMailIsSent() {
        String address = Visitor.unique("operator") + "@example.org";
        admin.get(PAGE);
        assertThat(admin.submit("form:has([name=address])", Map.of("address", address))
                        .body())
                .contains("queued");
        await().until(() -> !Inbox.of(address).isEmpty());
    }

    @Test
    void invalidAddressIsReportedAtTheField() {
        admin.get(PAGE);
        Reply reply = admin.submit("form:has([name=address])", Map.of("address", "nobody"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".invalid-feedback").text()).isNotBlank();
    }

    @Test
    void pageReportsThatRedisIsDown() {
        try (Outage down = Outage.of(Outage.REDIS)) {
            Reply reply = admin.get(PAGE);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.page().select("[role=alert]").text()).contains("Redis does not answer");
            String token = admin.csrfToken();
            assertThat(admin.post(PAGE + "retry-all", Map.of("csrf-token", token))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void pageIsInRussianToo() {
        assertThat(admin.speaking("ru").get(PAGE).page().select("h1").text()).isEqualTo("Задания");
    }
}
