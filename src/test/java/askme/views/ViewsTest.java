package askme.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.ManualClock;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person counts once for a question in some hours. Robots do not count, and no address is stored. */
@QuarkusTest
@Tag("one-process")
class ViewsTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    WriteViews task;

    @Inject
    ViewsConfig config;

    @Inject
    TestDatabase database;

    @Inject
    @RedisClientName("cache")
    RedisDataSource redis;

    @TestHTTPResource
    URI site;

    private int open(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path));
        return HTTP.send(request.headers(headers).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private long views(long question) {
        task.run();
        return database.of("SELECT COALESCE(SUM(views), 0) FROM question_views WHERE question_id = ?", question);
    }

    @Test
    void pagesThatPeopleOpenAreCounted() throws Exception {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("A question that people read", "Its views are counted", "views");
        String page = "/question/" + question + "/";
        for (int i = 0; i < 3; i++) {
            open(page, "User-Agent", FIREFOX + "1"); // also from the page cache
        }
        open(page + "?page=1", "User-Agent", FIREFOX + "2");
        open(page, "User-Agent", "Googlebot/2.1");
        open(page, "User-Agent", FIREFOX + "3", "Sec-Purpose", "prefetch;prerender");
        open(page, "User-Agent", FIREFOX + "4", "Sec-Fetch-Dest", "empty");
        open(page + "revisions", "User-Agent", FIREFOX + "5");
        await().until(() -> views(question) >= 2);
        assertThat(open("/question/999999999/", "User-Agent", FIREFOX + "6")).isEqualTo(404);
        open(page, "User-Agent", FIREFOX + "7");
        await().until(() -> views(question) >= 3); // what was sent before has been counted too
        assertThat(views(question)).isEqualTo(3);
        assertThat(database.of("SELECT COUNT(*) FROM question_views WHERE question_id = 999999999"))
                .isZero();

        database.change("UPDATE question_views SET views = 1234 WHERE question_id = " + question);
        Visitor guest = Visitor.guest();
        assertThat(ann.get(page).page().select(".thread-head .views").text()).isEqualTo("Viewed 1.2k times");
        assertThat(guest.get("/?tag=views")
                        .page()
                        .select("#question-" + question + " .views")
                        .text())
                .isEqualTo("1.2k views");
    }

    @Test
    void visitorCountsAgainAfterSomeHours() {
        ManualClock clock = new ManualClock(Instant.now().plus(Duration.ofDays(400)));
        ViewCounts counts = new ViewCounts(redis, config, clock);
        long question = System.nanoTime();
        View ann = new View(question, "192.0.2.1", FIREFOX);
        View bob = new View(question, "192.0.2.2", FIREFOX);
        counts.count(List.of(ann, bob));
        counts.count(List.of(ann));
        clock.pass(config.onceIn());
        counts.count(List.of(ann, bob));
        assertThat(counted(question)).isEqualTo(2);
        clock.pass(config.onceIn());
        counts.count(List.of(ann));
        assertThat(counted(question)).isEqualTo(3);
        assertThat(redis.key().keys("askme:views:*")).noneMatch(key -> key.contains("192.0.2"));
    }

    /** Another test may have moved the counts to a batch. */
    private long counted(long question) {
        return redis.hash(Long.class).hget("askme:views:counts", Long.toString(question));
    }

    @Test
    void batchIsAddedOnceAlsoAfterACrash() {
        long question = System.nanoTime();
        ViewCounts.Batch batch = new ViewCounts.Batch(System.nanoTime(), Map.of(question, 999));
        task.add(batch);
        task.add(batch);
        assertThat(stored(question)).isEqualTo(999);
        assertThat(thousand(question)).isZero();
        task.add(new ViewCounts.Batch(System.nanoTime(), Map.of(question, 1)));
        assertThat(stored(question)).isEqualTo(1000);
        assertThat(thousand(question)).isEqualTo(1);
        task.add(new ViewCounts.Batch(System.nanoTime(), Map.of(question + 1, 5000)));
        assertThat(thousand(question + 1)).isEqualTo(1);
    }

    private long stored(long question) {
        return database.of("SELECT views FROM question_views WHERE question_id = ?", question);
    }

    private long thousand(long question) {
        return database.of("SELECT thousand_at IS NOT NULL FROM question_views WHERE question_id = ?", question);
    }
}
