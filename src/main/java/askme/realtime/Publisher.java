package askme.realtime;

import askme.jobs.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Publishes changes and says of each failure whether a later attempt may do better. */
@ApplicationScoped
class Publisher {

    /** "internal server error": the one error of the API that is Centrifugo's own and may pass. */
    static final int INTERNAL = 100;

    private static final int TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Centrifugo centrifugo;

    Publisher(@RestClient Centrifugo centrifugo) {
        this.centrifugo = centrifugo;
    }

    /** A change for the readers of one question; {@code key} is the id of the job that publishes it. */
    record Publication(long question, Change change, String key) {}

    /** The channel of a question, in the namespace of {@code centrifugo.json}. */
    static String channel(long question) {
        return "question:" + question;
    }

    /**
     * Publishes in this order and returns why each failed, null where it did not. Nothing answering, or no answer within
     * the time limit, is thrown and worth another attempt; {@link PermanentFailure} means: mend the configuration first.
     */
    List<Exception> publish(List<Publication> publications) {
        List<Centrifugo.Command> commands = publications.stream()
                .map(p -> new Centrifugo.Command(new Centrifugo.Publish(channel(p.question), p.change, p.key)))
                .toList();
        List<Centrifugo.Reply> replies;
        try {
            replies = centrifugo.batch(new Centrifugo.Batch(commands)).replies();
        } catch (WebApplicationException e) {
            throw refused(e);
        }
        if (replies == null || replies.size() != commands.size()) {
            throw new IllegalStateException("Centrifugo answered another number of commands than it was sent");
        }
        List<Exception> failures = new ArrayList<>();
        replies.forEach(reply -> failures.add(failure(reply.error())));
        return failures;
    }

    private static RuntimeException refused(WebApplicationException answer) {
        int status = answer.getResponse().getStatus();
        boolean passing = status >= SERVER_ERROR || status == TIMEOUT || status == TOO_MANY_REQUESTS;
        return passing ? answer : new PermanentFailure("Centrifugo refuses the request: status " + status, answer);
    }

    private static Exception failure(Centrifugo.Error error) {
        if (error == null) {
            return null;
        }
        String what = "Centrifugo: " + error.code() + " " + error.message();
        return error.code() == INTERNAL ? new IllegalStateException(what) : new PermanentFailure(what);
    }
}
