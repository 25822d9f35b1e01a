package askme.outage;

import askme.embedded.hub.RealCentrifugo;
import askme.support.Inbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which mails and publications about the answers of one question have arrived, how often, and when first. */
final class Arrivals implements AutoCloseable {

    private static final int EVERY_MS = 250;
    private static final Duration REPLY = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How often and when first a mail or a publication arrived. */
    static final class Counted {

        private int times;
        private final long first = System.nanoTime();

        int times() {
            return times;
        }

        long first() {
            return first;
        }
    }

    private final Map<String, Counted> mails = new ConcurrentHashMap<>();
    private final Map<String, Counted> published = new ConcurrentHashMap<>();
    private final Set<Integer> seenMails = new HashSet<>();
    private final Set<String> seenPublications = new HashSet<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(REPLY).build();
    private final Pattern text;
    private final String recipient;
    private final String question;
    private final RealCentrifugo hub;

    Arrivals(String recipient, long question, RealCentrifugo hub) {
        this.recipient = recipient;
        this.question = "question:" + question;
        this.hub = hub;
        this.text = Pattern.compile("Answer-" + question + "-\\d+-of the outage");
        threads.scheduleWithFixedDelay(quietly(this::readMails), 0, EVERY_MS, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(quietly(this::readPublications), 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private interface Poll {
        void run() throws IOException, InterruptedException;
    }

    /** The server may be down. */
    private static Runnable quietly(Poll poll) {
        return () -> {
            try {
                poll.run();
            } catch (IOException | RuntimeException away) {
                // The next poll finds what this one did not.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void readMails() {
        for (Inbox.Mail mail : Inbox.of(recipient)) {
            Matcher found = text.matcher(mail.text());
            if (seenMails.add(mail.id()) && found.find()) {
                count(mails, found.group());
            }
        }
    }

    private void readPublications() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(hub.config().get("askme.centrifugo.api-url") + "/history"))
                .timeout(REPLY)
                .header("X-API-Key", hub.config().get("askme.centrifugo.api-key"))
                .POST(BodyPublishers.ofString("{\"channel\":\"" + question + "\",\"limit\":100}"))
                .build();
        JsonNode result = JSON.readTree(
                        http.send(request, BodyHandlers.ofString()).body())
                .path("result");
        for (JsonNode publication : result.path("publications")) {
            String place = result.path("epoch").asText() + publication.path("offset");
            Matcher found = text.matcher(publication.path("data").toString());
            if (seenPublications.add(place) && found.find()) {
                count(published, found.group());
            }
        }
    }

    private static void count(Map<String, Counted> counts, String text) {
        counts.computeIfAbsent(text, first -> new Counted()).times++;
    }

    /** The mails by the text of the answer. */
    Map<String, Counted> mails() {
        return mails;
    }

    /** The publications by the text of the answer. */
    Map<String, Counted> publications() {
        return published;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
