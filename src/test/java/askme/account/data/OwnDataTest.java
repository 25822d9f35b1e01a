package askme.account.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.picture.decoding.Pictures;
import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members take their data along, and delete their account. */
@QuarkusTest
@Tag("one-process") // runs a task of the process that answers, and reads its log
class OwnDataTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    TestDatabase database;

    @Inject
    DataTask task;

    @Inject
    @RedisClientName("cache")
    RedisDataSource cache;

    @ConfigProperty(name = "askme.uploads-dir")
    Path uploads;

    @Test
    void everyColumnWithTheIdOfAMemberIsInTheList() {
        List<String> columns =
                database.texts("SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND data_type = 'bigint' AND (column_name = 'member_id'"
                        + " OR column_name LIKE '%\\_by' OR column_name IN ('author_id', 'editor_id', 'actor_id', 'proposer_id',"
                        + " 'reporter_id', 'followed_id', 'by_id', 'owner_id')) ORDER BY 1");
        assertThat(columns)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                MemberTables.GOES.stream().map(c -> c.table() + "." + c.name()),
                                MemberTables.NOTIFICATION_TABLES.stream().map(c -> c.table() + "." + c.name()),
                                MemberTables.STAYS.keySet().stream())
                        .flatMap(list -> list)
                        .toList());
    }

    @Test
    void archiveHasPostsAndPicturesForItsOwnerOnly() throws Exception {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Is this question in the archive?", "With **all** of its text.", "archive");
        ann.get("/profile/");
        ann.submitWithFile("form:has([name=avatar])", Map.of(), "avatar", "me.png", Pictures.halves("png", 50, 50));
        ann.get("/profile/data/");
        Reply asked = ann.submit("main form[action$=export]", Map.of());
        assertThat(asked.page().select("[role=status]").text()).contains("mail you when it is ready");
        await().atMost(SOON).until(() -> !Inbox.of(ann.email()).isEmpty());
        assertThat(Inbox.of(ann.email()).get(0).text()).contains("/profile/data/");
        String part =
                ann.get("/profile/data/").page().selectFirst(".export-parts a").absUrl("href");

        Map<String, String> files = unzip(ann, part);
        assertThat(files.get("questions.jsonl"))
                .contains("\"key\":" + question, "Is this question in the archive?", "With **all** of its text.");
        assertThat(files.get("account.jsonl"))
                .contains(ann.nickname(), ann.email())
                .doesNotContain("argon2");
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("avatar/"));
        assertThat(Visitor.member("eve").getOnce(part).status()).isEqualTo(404);
        assertThat(Visitor.guest().getOnce(part).status()).isEqualTo(303);

        ann.get("/profile/data/");
        assertThat(ann.submit("main form[action$=export]", Map.of())
                        .page()
                        .select("[role=status]")
                        .text())
                .contains("within the last hour");
        database.change("UPDATE data_export SET ends_at = '2020-01-01' WHERE member_id = ?", idOf(ann));
        assertThat(ann.getOnce(part).status()).as("its time is over").isEqualTo(404);
        task.run();
        assertThat(database.of("SELECT COUNT(*) FROM data_export WHERE member_id = ?", idOf(ann)))
                .isZero();
    }

    private static Map<String, String> unzip(Visitor visitor, String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "askme=" + visitor.cookie("askme"))
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/zip");
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(response.body())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes()));
            }
        }
        return files;
    }

    @Test
    void deletionCanBeTakenBack() {
        Visitor ann = Visitor.member("ann");
        assertThat(askForDeletion(ann, "not the password")
                        .page()
                        .select("#presentPassword-error")
                        .text())
                .contains("not your current password");
        Reply planned = askForDeletion(ann, Visitor.PASSWORD);
        assertThat(planned.page().select(".account-banner").text()).contains("will be deleted");
        Visitor phone = Visitor.guest().signIn(ann.nickname());
        assertThat(phone.get("/").page().select(".account-banner form")).hasSize(1);
        phone.submit(".account-banner form", Map.of());
        assertThat(phone.last().page().select(".account-banner")).isEmpty();
        assertThat(database.of("SELECT COUNT(*) FROM member WHERE id = ? AND delete_at IS NULL", idOf(ann)))
                .isOne();
    }

    @Test
    void nothingThatTheSiteWroteNamesADeletedMember() throws Exception {
        try (Lines log = new Lines()) {
            Visitor ann = Visitor.member("leaving");
            Visitor bob = Visitor.member("bob");
            long id = idOf(ann);
            String first = ann.nickname();
            long question = ann.ask("Does this question stay?", "It does.", "");
            bob.post(
                    "/question/" + question + "/comments",
                    Map.of("text", "Thanks @" + first + ", and not @" + first + "x", "csrf-token", bob.csrfToken()));
            bob.postJson("/question/" + question + "/vote", "{\"value\":1}");
            String second = Visitor.unique("second");
            ann.get("/profile/");
            ann.submitWithFile(
                    "form:has([name=avatar])",
                    Map.of("nickname", second, "about", "I am leaving soon", "link", "https://example.org/leaving"),
                    "avatar",
                    "me.png",
                    Pictures.halves("png", 50, 50));
            String avatar =
                    database.texts("SELECT avatar FROM member WHERE id = " + id).get(0);
            assertThat(uploads.resolve(avatar)).exists();
            await().atMost(SOON)
                    .until(() -> database.of("SELECT COUNT(*) FROM notification WHERE member_id = ?", id) > 0);
            askForDeletion(ann, Visitor.PASSWORD);
            task.run();
            assertThat(ann.get("/profile/").status()).as("not due yet").isEqualTo(200);

            database.change("UPDATE member SET delete_at = '2020-01-01' WHERE id = ?", id);
            task.run();
            assertThat(ann.get("/profile/").url()).contains("/login/");
            assertThat(Visitor.guest().signIn(second).get("/").page().select(".nickname"))
                    .isEmpty();
            Reply page = Visitor.guest().get("/question/" + question + "/");
            assertThat(page.page().select(".author").text()).contains("former-" + id);
            assertThat(page.page().select(".comment-text a").text()).isEqualTo("@former-" + id);
            assertThat(page.page().select(".comment-text").text()).contains("@" + first + "x");
            assertThat(database.of("SELECT rating FROM question WHERE id = ?", question))
                    .isOne();
            assertThat(Visitor.guest().get("/member/" + first + "/").status()).isEqualTo(404);
            assertThat(uploads.resolve(avatar)).doesNotExist();
            await().atMost(SOON).untilAsserted(() -> {
                for (String trace : List.of(ann.email(), first, second, avatar, "127.0.0.1", "I am leaving soon")) {
                    assertThat(tablesWith(trace)).as(trace).isEmpty();
                }
            });
            for (String trace : List.of(ann.email(), second, avatar)) {
                assertThat(keysWith(trace)).as(trace).isEmpty();
                assertThat(filesWith(trace)).as(trace).isEmpty();
                assertThat(log.lines).noneMatch(line -> line.contains(trace));
            }
            assertThat(log.lines).noneMatch(line -> line.contains("event=") && line.contains("127.0.0.1"));
        }
    }

    @Test
    void nobodyTakesTheNameOfADeletedMember() {
        Visitor ann = Visitor.member("ann");
        ann.get("/profile/");
        assertThat(ann.submit("form:has([name=nickname])", Map.of("nickname", "Former-7"))
                        .status())
                .isEqualTo(422);
    }

    private static Reply askForDeletion(Visitor visitor, String password) {
        visitor.get("/profile/data/");
        return visitor.submit("main form[action$=delete]", Map.of("presentPassword", password));
    }

    /** The tables with a text that contains {@code trace}, without those of texts that members wrote. */
    private List<String> tablesWith(String trace) {
        Map<String, List<String>> columns = database
                .texts("SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND data_type IN ('varchar', 'text', 'mediumtext', 'char')")
                .stream()
                .collect(Collectors.groupingBy(
                        name -> name.substring(0, name.indexOf('.')),
                        Collectors.mapping(name -> name.substring(name.indexOf('.') + 1), Collectors.toList())));
        List<String> found = new ArrayList<>();
        columns.forEach((table, names) -> {
            String all = names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
            String text = "REPLACE(CONCAT_WS(' ', " + all + "), '" + trace + "x', '')";
            if (database.of("SELECT COUNT(*) FROM `" + table + "` WHERE " + text + " LIKE ?", "%" + trace + "%") > 0) {
                found.add(table);
            }
        });
        return found;
    }

    private List<String> keysWith(String trace) {
        List<String> found = new ArrayList<>();
        for (String key : cache.key().keys("*")) {
            Response value = cache.execute("DUMP", key);
            if (key.contains(trace) || value != null && value.toString().contains(trace)) {
                found.add(key);
            }
        }
        found.removeIf(key -> key.contains("members")); // the sidebar, which a task computes again
        return found;
    }

    private List<Path> filesWith(String trace) {
        try (Stream<Path> files = Files.walk(uploads)) {
            return files.filter(file -> file.getFileName().toString().contains(trace))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long idOf(Visitor visitor) {
        return database.of("SELECT id FROM member WHERE nickname = ?", visitor.nickname());
    }

    /** The lines that this process logs while it is open. */
    private static final class Lines extends Handler implements AutoCloseable {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final SimpleFormatter format = new SimpleFormatter();

        Lines() {
            Logger.getLogger("").addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(format.formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }
    }
}
