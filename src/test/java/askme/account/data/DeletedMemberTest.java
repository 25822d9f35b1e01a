package askme.account.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.api.ApiClient;
import askme.picture.decoding.Pictures;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After an account was deleted, nothing that the site itself wrote leads to its member. */
@QuarkusTest
@Tag("one-process") // runs a task of the process that answers, and reads its log
class DeletedMemberTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** The columns with text or bytes. */
    private static final String COLUMNS = """
            SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c
            JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND (c.data_type LIKE '%text' OR c.data_type LIKE '%char'
              OR c.data_type LIKE '%blob' OR c.data_type LIKE '%binary' OR c.data_type = 'json')""";

    /** The keys of Redis with the text ARGV[1] in their name or value. */
    private static final String KEYS = """
            local found = {}
            for _, key in ipairs(redis.call('KEYS', '*')) do
              local kind = redis.call('TYPE', key).ok
              local values = {}
              if kind == 'string' then values = {redis.call('GET', key)}
              elseif kind == 'hash' then values = redis.call('HGETALL', key)
              elseif kind == 'list' then values = redis.call('LRANGE', key, 0, -1)
              elseif kind == 'set' then values = redis.call('SMEMBERS', key)
              elseif kind == 'zset' then values = redis.call('ZRANGE', key, 0, -1) end
              if string.find(key .. ' ' .. table.concat(values, ' '), ARGV[1], 1, true) then found[#found + 1] = key end
            end
            return table.concat(found, ' ')""";

    @Inject
    TestDatabase database;

    @Inject
    DataTask task;

    @Inject
    @RedisClientName("cache")
    RedisDataSource cache;

    @Inject
    @RedisClientName("jobs")
    RedisDataSource jobs;

    @Inject
    @RedisClientName("schedule")
    RedisDataSource schedule;

    @ConfigProperty(name = "askme.uploads-dir")
    Path uploads;

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
            ann.postJson("/question/" + question + "/save", "{\"saved\":true}");
            ApiClient program = ApiClient.of(ann, "read");
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
            ann.get("/profile/data/");
            ann.submit("main form[action$=export]", Map.of());
            leaveTraces(id, second);
            List<String> traces = List.of(ann.email(), first, second, avatar, "127.0.0.1", "I am leaving soon");
            await().atMost(SOON).until(() -> count("notification", id) > 0 && count("data_export", id) > 0);
            assertThat(tablesWith(second))
                    .as("tables that hold the name before")
                    .contains("member", "passkey", "member_identity", "push_subscription", "draft", "waiting_post");
            assertThat(filesWith(avatar)).isNotEmpty();
            Reply planned = askForDeletion(ann);
            assertThat(planned.page().select(".account-banner")).isNotEmpty();
            task.run();
            assertThat(ann.get("/profile/").url()).as("not due yet").endsWith("/profile/");

            database.change("UPDATE member SET delete_at = '2020-01-01' WHERE id = ?", id);
            task.run();
            assertThat(ann.get("/profile/").url()).contains("/login/");
            assertThat(program.get("/me").status()).isEqualTo(401);
            assertThat(Visitor.guest().signIn(second).get("/").page().select(".nickname"))
                    .isEmpty();
            assertThat(MemberTables.GOES).allSatisfy(column -> assertThat(database.of(
                            "SELECT COUNT(*) FROM " + column.table() + " WHERE " + column.name() + " = ?", id))
                    .as("%s", column)
                    .isZero());
            checkPosts(question, id, first, second);
            await().atMost(SOON)
                    .untilAsserted(() -> traces.forEach(
                            trace -> assertThat(tablesWith(trace)).as(trace).isEmpty()));
            for (String trace : List.of(ann.email(), second, avatar)) {
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(keysWith(trace)).as(trace).isEmpty());
                assertThat(filesWith(trace)).as(trace).isEmpty();
                assertThat(log.lines).noneMatch(line -> line.contains(trace));
            }
            assertThat(log.lines).noneMatch(line -> line.contains("event=") && line.contains("127.0.0.1"));
        }
    }

    private void checkPosts(long question, long id, String first, String second) {
        Reply page = Visitor.guest().get("/question/" + question + "/");
        assertThat(page.page().select(".author").text()).contains("former-" + id);
        assertThat(page.page().select(".comment-text a").text()).isEqualTo("@former-" + id);
        assertThat(page.page().select(".comment-text").text()).contains("@" + first + "x");
        assertThat(database.of("SELECT rating FROM question WHERE id = ?", question))
                .isOne();
        for (String name : List.of(first, second)) {
            assertThat(Visitor.guest().get("/member/" + name + "/").status()).isEqualTo(404);
            assertThat(Visitor.guest().get("/member/" + name + "/feed.atom").status())
                    .isEqualTo(404);
        }
        assertThat(Visitor.guest().get("/feed.atom").body())
                .contains("former-" + id)
                .doesNotContain(second);
    }

    /** Rows of what opens the account and of what waits, with a text that names the member. */
    private void leaveTraces(long id, String name) {
        for (String sql : List.of(
                "INSERT INTO passkey (member_id, credential_hash, credential, name, added_at)"
                        + " VALUES (?, UNHEX(SHA2(?, 256)), 'x', ?, UTC_TIMESTAMP(6))",
                "INSERT INTO member_identity (member_id, provider, issuer, subject, name, added_at)"
                        + " VALUES (?, 'standin', 'https://id.example', ?, ?, UTC_TIMESTAMP(6))",
                "INSERT INTO draft (member_id, place, fields, typed_at, saved_at)"
                        + " VALUES (?, CONCAT('x', LEFT(?, 9)), ?, 0, UTC_TIMESTAMP(6))",
                "INSERT INTO waiting_post (member_id, place, fields, sent_at)"
                        + " VALUES (?, CONCAT('x', LEFT(?, 9)), ?, UTC_TIMESTAMP(6))",
                "INSERT INTO address_link (member_id, purpose, token_hash, email, made_at, ends_at)"
                        + " VALUES (?, 'undo', UNHEX(SHA2(?, 256)), ?, UTC_TIMESTAMP(6), '2099-01-01')")) {
            database.change(sql, id, name, name);
        }
        database.change(
                "INSERT INTO push_subscription (member_id, endpoint, session_hash, endpoint_hash, browser_key, secret, device, added_at)"
                        + " SELECT member_id, ?, id_hash, id_hash, 'x', 'x', ?, UTC_TIMESTAMP(6) FROM session WHERE member_id = ? LIMIT 1",
                name,
                name,
                id);
    }

    private static Reply askForDeletion(Visitor visitor) {
        visitor.get("/profile/data/");
        return visitor.submit("main form[action$=delete]", Map.of("presentPassword", Visitor.PASSWORD));
    }

    /** The tables with a text that contains {@code trace}, without those of texts that members wrote. */
    private List<String> tablesWith(String trace) {
        Map<String, List<String>> columns = database.texts(COLUMNS).stream()
                .collect(Collectors.groupingBy(
                        name -> name.substring(0, name.indexOf('.')),
                        Collectors.mapping(name -> name.substring(name.indexOf('.') + 1), Collectors.toList())));
        List<String> found = new ArrayList<>();
        columns.forEach((table, names) -> {
            String all = names.stream()
                    .map(name -> "CONVERT(`" + name + "` USING utf8mb4)")
                    .collect(Collectors.joining(", "));
            String text = "REPLACE(CONCAT_WS(' ', " + all + "), '" + trace + "x', '')";
            if (database.of("SELECT COUNT(*) FROM `" + table + "` WHERE " + text + " LIKE ?", "%" + trace + "%") > 0) {
                found.add(table);
            }
        });
        return found;
    }

    private List<String> keysWith(String trace) {
        return Stream.of(cache, jobs, schedule)
                .map(redis -> redis.execute("EVAL", KEYS, "0", trace).toString())
                .filter(keys -> !keys.isEmpty())
                .toList();
    }

    /** The files whose name or content has it. */
    private List<Path> filesWith(String trace) {
        try (Stream<Path> files = Files.walk(uploads)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains(trace)
                            || read(file).contains(trace))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String table, long member) {
        return database.of("SELECT COUNT(*) FROM " + table + " WHERE member_id = ?", member);
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
