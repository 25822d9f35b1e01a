package askme.deployment;

import static org.awaitility.Awaitility.await;

import askme.support.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Members who read, answer and vote without a pause. Each acknowledged answer and vote is recorded. */
final class Crowd implements AutoCloseable {

    private static final int WRITERS = 3;
    private static final int READERS = 3;
    private static final int MORE = 30;
    private static final List<String> PAGES =
            List.of("/?n=", "/hot/?n=", "/tags/?n=", "/tag/rolling/?n=", "/search/?q=lost&n=");

    private final ExecutorService people = Executors.newFixedThreadPool(WRITERS + READERS);
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong votes = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final String address;
    private final Visitor voter;
    private final String token;
    private volatile boolean open = true;

    Crowd(String address) {
        this.address = address;
        voter = member("voter");
        token = voter.csrfToken();
        for (int i = 0; i < WRITERS; i++) {
            Visitor writer = member("writer");
            long question = voter.ask("Is anything lost, " + writer.nickname() + "?", "Nothing.", "rolling");
            people.execute(() -> again(n -> answer(writer, question, n)));
        }
        for (int i = 0; i < READERS; i++) {
            Visitor reader = i == 0 ? Visitor.guestAt(address) : member("reader");
            people.execute(() -> again(n -> read(reader, n)));
        }
    }

    private interface Deed {
        void does(int n);
    }

    private void again(Deed deed) {
        for (int n = 0; open; n++) {
            try {
                deed.does(n);
            } catch (RuntimeException | AssertionError e) {
                failures.add(e.toString());
            }
        }
    }

    private void answer(Visitor writer, long question, int n) {
        String text = "Number " + n + " of " + writer.nickname();
        expect(writer.get("/question/" + question + "/"));
        Visitor.Reply reply = writer.submit("form:has(textarea[name=text])", Map.of("text", text));
        expect(reply);
        answers.add(text);
        String answer = URI.create(reply.url()).getFragment().replace("answer-", "");
        expect(voter.postJson("/answer/" + answer + "/vote", "{\"value\": 1}", token));
        votes.incrementAndGet();
    }

    private void read(Visitor reader, int n) {
        // Each address is different, because nginx answers a guest from its cache.
        expect(reader.get(PAGES.get(n % PAGES.size()) + n));
        reads.incrementAndGet();
    }

    private static void expect(Visitor.Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.url() + " "
                    + reply.body().lines().limit(3).toList());
        }
    }

    private Visitor member(String name) {
        return Visitor.guestAt(address).signUp(Visitor.unique(name));
    }

    /** Waits for some more requests. */
    void goesOn() {
        long until = reads.get() + MORE;
        int before = answers.size();
        await().atMost(Duration.ofMinutes(1)).until(() -> reads.get() > until && answers.size() > before + MORE / 3);
    }

    /** The mail address of the member who asked all the questions and gets a mail for each answer. */
    String asker() {
        return voter.email();
    }

    /** The texts of the answers that were acknowledged. */
    List<String> answers() {
        return List.copyOf(answers);
    }

    /** The number of pages read. */
    long reads() {
        return reads.get();
    }

    /** The number of acknowledged votes. */
    long votes() {
        return votes.get();
    }

    /** Descriptions of all failures. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Lets the members finish their requests. */
    @Override
    public void close() throws InterruptedException {
        open = false;
        people.shutdown();
        people.awaitTermination(1, TimeUnit.MINUTES);
    }
}
