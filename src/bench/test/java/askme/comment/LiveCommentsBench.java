package askme.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.member.Member;
import askme.member.Role;
import askme.session.Rights;
import askme.support.Browsers;
import askme.support.Engine;
import askme.support.Engines;
import askme.support.Outage;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures how long a new, a changed and a deleted comment take from the commit to the DOM of another browser, in Chromium, Firefox and
 * WebKit. Then it stops the hub for 30 s and measures how long the comments that the page missed take after the hub's start. {@code
 * bench/live comments} runs it. An engine that this machine lacks is left out.
 */
@QuarkusTest
@Tag("bench")
class LiveCommentsBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 40);
    private static final int ABSENCES = Integer.getInteger("bench.absences", 3);
    private static final int WARM_UP = 10;
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TEXTS =
            "return [...document.querySelectorAll('.comment .comment-text')].map(text => text.textContent.trim())";
    private static final String STATE = "return document.querySelector('#live-state')?.dataset.state";

    @RegisterExtension
    Browsers browsers = new Browsers();

    @RegisterExtension
    Engines engines = new Engines();

    @Inject
    TestDatabase database;

    @Inject
    Comments comments;

    @Inject
    CommentDeletion deletion;

    /** Runs a script with arguments in a page. Playwright and WebDriver differ only here. */
    private interface Script {
        Object run(String script, Object... given);
    }

    private final Member author = new Member();
    private CommentedPost post;
    private Rights rights;
    private final Map<String, Script> pages = new LinkedHashMap<>();
    private final Map<String, List<Long>> times = new TreeMap<>();

    @BeforeEach
    void openPages() {
        Visitor ann = Visitor.member("ann");
        author.id = database.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        author.nickname = ann.nickname();
        rights = new Rights(author.id, Role.MEMBER, 0);
        post = CommentedPost.question(ann.ask("Who is told first?", "All at once.", "live"));
        String path = "/question/" + post.questionId() + "/";
        Page chromium = browsers.of(Visitor.guest(), path);
        pages.put(
                "Chromium",
                (script, given) -> chromium.evaluate(
                        "given => (function () { " + script + " }).apply(null, given)", Arrays.asList(given)));
        for (Engine engine : Engine.values()) {
            if (engine.missing().isEmpty()) {
                pages.put(engine.toString(), engines.open(engine, true).go(path)::script);
            } else {
                System.err.println("live: " + engine + " was not measured: no " + engine.missing());
            }
        }
        pages.values().forEach(page -> await().atMost(PATIENCE).until(() -> "live".equals(page.run(STATE))));
    }

    @Test
    void measureFromCommitToDom() {
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            round(i);
            if (i == WARM_UP - 1) {
                times.clear();
            }
        }
        System.err.printf(
                "live: %d comments, each posted, edited and deleted, all engines open; milliseconds after the commit; load %.1f%n",
                ROUNDS, load());
        print();
        times.clear();
        for (int i = 0; i < ABSENCES; i++) {
            absence(i);
        }
        System.err.printf(
                "live: the hub away for %d s, %d times; milliseconds after the command that starts it; load %.1f%n",
                AWAY.toSeconds(), ABSENCES, load());
        print();
    }

    private void round(int i) {
        String first = "The first words of comment " + i;
        String second = "Then the changed words of comment " + i;
        pages.values().forEach(page -> page.run(Engines.WATCH, first, second));
        long id = comments.post(post, new CommentForm(first), author.ref());
        note("1 posted", first, System.currentTimeMillis());
        comments.edit(id, post, new CommentForm(second), "", author.ref(), rights);
        note("2 edited", second, System.currentTimeMillis());
        deletion.delete(id, post, rights, "");
        note("3 deleted", "no " + second, System.currentTimeMillis());
        pages.values().forEach(page -> assertThat((List<?>) page.run(TEXTS)).isEmpty());
    }

    /** While the hub is down, one comment is changed, one is deleted and two are posted. */
    private void absence(int i) {
        long changed = post("Before the absence, to be changed " + i);
        long deleted = post("Before the absence, to be deleted " + i);
        shows("Before the absence, to be changed " + i, "Before the absence, to be deleted " + i);
        List<String> after = List.of("Changed during the absence " + i, "Posted first " + i, "Posted last " + i);
        pages.values().forEach(page -> page.run(Engines.WATCH, after.toArray()));
        List<Long> left = new ArrayList<>(List.of(changed));
        long returned;
        try (Outage hub = Outage.kill(Outage.REALTIME)) {
            long end = System.nanoTime() + AWAY.toNanos();
            comments.edit(changed, post, new CommentForm(after.get(0)), "", author.ref(), rights);
            left.add(post(after.get(1)));
            deletion.delete(deleted, post, rights, "");
            left.add(post(after.get(2)));
            await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).until(() -> System.nanoTime() > end);
            returned = System.currentTimeMillis();
        }
        note("4 missed", after.get(2), returned);
        shows(after.toArray(String[]::new));
        left.forEach(id -> deletion.delete(id, post, rights, ""));
        shows();
        pages.values().forEach(page -> await().atMost(PATIENCE).until(() -> "live".equals(page.run(STATE))));
    }

    private long post(String text) {
        return comments.post(post, new CommentForm(text), author.ref());
    }

    /** Each page shows these comments, each once and in this order. */
    private void shows(String... texts) {
        pages.values().forEach(page -> await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(page.run(TEXTS)).isEqualTo(List.of(texts))));
    }

    /** Notes for each page how long after {@code since} it showed the change. */
    private void note(String act, String key, long since) {
        pages.forEach((engine, page) -> {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .until(() -> page.run(Engines.SEEN, key) != null);
            long seen = ((Number) page.run(Engines.SEEN, key)).longValue();
            times.computeIfAbsent(act + " in " + engine, missing -> new ArrayList<>())
                    .add(seen - since);
        });
    }

    private void print() {
        times.forEach((act, all) -> {
            long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
            System.err.printf(
                    "live: %-24s median %5d  p90 %5d  max %5d  (n=%d)%n",
                    act.substring(2),
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 9 / 10],
                    sorted[sorted.length - 1],
                    sorted.length);
        });
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
