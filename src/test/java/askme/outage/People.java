package askme.outage;

import askme.support.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Members and guests who do everything at the same time, again and again, also after errors. */
final class People implements AutoCloseable {

    /** Status of a request without a response. */
    static final int NO_RESPONSE = 0;

    private static final String ANSWER_FORM = "form:has(textarea[name=text])";

    /**
     * One request.
     *
     * @param status its status; a redirect after a form counts as 200
     * @param kept false if a refused text did not come back
     */
    record Done(Duty duty, long begun, long ended, int status, boolean kept) {

        boolean failed() {
            return status != 200;
        }

        long millis() {
            return (ended - begun) / 1_000_000;
        }
    }

    /** One answer that the site accepted. */
    record Post(String text, long begun, long ended) {}

    private final String address;
    private final Visitor asker;
    private final Visitor writer;
    private final Visitor voter;
    private final Visitor reader;
    private final String member;
    private final AtomicInteger number = new AtomicInteger();
    private final List<Done> done = new CopyOnWriteArrayList<>();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private ExecutorService threads;
    private CountDownLatch stop;
    private long question;
    private Map<String, String> answerForm;
    private String token;

    People(String address) {
        this.address = address;
        asker = member("asker");
        writer = member("writer");
        voter = member("voter");
        reader = member("reader");
        member = member("comer").nickname();
    }

    private Visitor member(String name) {
        return Visitor.guestAt(address).signUp(Visitor.unique(name));
    }

    /** The address that gets a mail about each answer. */
    String recipient() {
        return asker.email();
    }

    /** A new question, about which everything is from now on. */
    long ask() {
        question = asker.ask("What happens in an outage?", "Everything goes on, and nothing is lost.", "outage");
        writer.get(page());
        answerForm = writer.fieldsOf(ANSWER_FORM);
        voter.get(page());
        token = voter.csrfToken();
        reader.get(page());
        return question;
    }

    /** Begins: each duty has a thread, with a pause of {@code pauseMs} between two requests. */
    void begin(long pauseMs) {
        done.clear();
        posts.clear();
        stop = new CountDownLatch(1);
        threads = Executors.newFixedThreadPool(Duty.values().length);
        CountDownLatch stopped = stop;
        for (Duty duty : Duty.values()) {
            threads.execute(() -> repeat(duty, pauseMs, stopped));
        }
    }

    private void repeat(Duty duty, long pauseMs, CountDownLatch stopped) {
        try {
            do {
                done.add(request(duty));
            } while (!stopped.await(pauseMs, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Done request(Duty duty) {
        int n = number.incrementAndGet();
        Visitor comer = Visitor.guestAt(address);
        Map<String, String> signInForm = Map.of();
        if (duty == Duty.SIGN_IN) {
            long opened = System.nanoTime();
            int page = open(comer);
            if (page != 200) {
                return new Done(duty, opened, System.nanoTime(), page, true);
            }
            signInForm = signIn(comer);
        }
        String text = "Answer-" + question + "-" + n + "-of the outage";
        long begun = System.nanoTime();
        int status = NO_RESPONSE;
        boolean kept = true;
        try {
            Visitor.Reply reply =
                    switch (duty) {
                        case READ -> reader.getOnce(page());
                        case GUEST -> Visitor.guestAt(address).getOnce(page());
                        case SEARCH -> Visitor.guestAt(address).getOnce("/search/?q=outage+everything+word" + n);
                        case SIGN_IN -> comer.postOnce("/login/", signInForm);
                        case VOTE ->
                            voter.postJson(page() + "vote", "{\"value\": " + (n % 2 == 0 ? 1 : -1) + "}", token);
                        case POST -> writer.postOnce(page() + "answers", withText(text));
                    };
            status = reply.status() == 303 || reply.status() == 302 ? 200 : reply.status();
            kept = duty != Duty.POST || status == 200 || reply.page().text().contains(text);
        } catch (RuntimeException noResponse) {
            // Status NO_RESPONSE is the finding.
        }
        long ended = System.nanoTime();
        if (duty == Duty.POST && status == 200) {
            posts.add(new Post(text, begun, ended));
        }
        return new Done(duty, begun, ended, status, kept);
    }

    private static int open(Visitor comer) {
        try {
            return comer.getOnce("/login/").status();
        } catch (RuntimeException e) {
            return NO_RESPONSE;
        }
    }

    private Map<String, String> signIn(Visitor comer) {
        Map<String, String> fields = new LinkedHashMap<>(comer.fieldsOf("form:has([name=password])"));
        fields.put("login", member);
        fields.put("password", Visitor.PASSWORD);
        return fields;
    }

    private Map<String, String> withText(String text) {
        Map<String, String> fields = new LinkedHashMap<>(answerForm);
        fields.put("text", text);
        return fields;
    }

    private String page() {
        return "/question/" + question + "/";
    }

    /** All requests so far. */
    List<Done> done() {
        return List.copyOf(done);
    }

    /** The answers that the site accepted. */
    List<Post> posts() {
        return List.copyOf(posts);
    }

    /** Ends after the last responses. */
    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            threads.shutdownNow();
        }
    }

    /** Uses as many threads and connections of the site as a busy hour does. */
    void warmUp(int requests) throws InterruptedException {
        Supplier<Visitor> guest = () -> Visitor.guestAt(address);
        ExecutorService burst = Executors.newFixedThreadPool(requests);
        for (int i = 0; i < requests; i++) {
            int n = i;
            burst.execute(() -> guest.get().getOnce("/search/?q=warm" + n));
            burst.execute(() -> reader.getOnce("/members/?page=1"));
        }
        burst.shutdown();
        burst.awaitTermination(2, TimeUnit.MINUTES);
    }
}
