package askme.realtime;

import askme.jobs.Delivery;
import askme.jobs.PermanentFailure;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.PartUnavailable;
import askme.resilience.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Publishes changes, and reports for each failure whether a later attempt may succeed. */
@ApplicationScoped
class Publisher {

    /** "internal server error": the only error of the API that may disappear without a change of the configuration. */
    static final int INTERNAL = 100;

    private static final int TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Centrifugo centrifugo;
    private final OutageLog use;

    Publisher(@RestClient Centrifugo centrifugo, Parts parts) {
        this.centrifugo = centrifugo;
        this.use = parts.use(Part.REALTIME, "realtime");
    }

    /** A change for the subscribers of one channel. {@code key} is the id of the job that publishes it. */
    record Publication(String channel, Change change, String key) {}

    /** A publication, and the deliveries that wait for it. */
    record Waiting<E>(Publication publication, List<Delivery<E>> deliveries) {}

    /**
     * Publishes in this order. The deliveries of a publication that fails have failed.
     *
     * @throws PermanentFailure as {@link #publish}
     * @throws PartUnavailable as {@link #publish}
     */
    <E> void publishFor(List<Waiting<E>> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Exception> failures =
                publish(waiting.stream().map(Waiting::publication).toList());
        for (int i = 0; i < failures.size(); i++) {
            Exception failure = failures.get(i);
            if (failure != null) {
                waiting.get(i).deliveries().forEach(delivery -> delivery.failed(failure));
            }
        }
    }

    /**
     * Publishes in this order. Returns one entry for each publication: its failure, or null if it succeeded.
     *
     * @throws PermanentFailure if the request cannot succeed until somebody fixes the configuration
     * @throws PartUnavailable if Centrifugo cannot be reached or does not answer in time; a later attempt may succeed
     */
    List<Exception> publish(List<Publication> publications) {
        List<Centrifugo.Command> commands = publications.stream()
                .map(p -> new Centrifugo.Command(new Centrifugo.Publish(p.channel, p.change, p.key)))
                .toList();
        List<Centrifugo.Reply> replies;
        try {
            replies = centrifugo.batch(new Centrifugo.Batch(commands)).replies();
            use.ends();
        } catch (WebApplicationException e) {
            use.ends();
            throw refused(e);
        } catch (RuntimeException e) {
            use.begins(e);
            throw new PartUnavailable(Part.REALTIME, e);
        }
        if (replies == null || replies.size() != commands.size()) {
            throw new IllegalStateException("Centrifugo sent a different number of replies than there were commands");
        }
        List<Exception> failures = new ArrayList<>();
        replies.forEach(reply -> failures.add(failure(reply.error())));
        return failures;
    }

    private static RuntimeException refused(WebApplicationException answer) {
        int status = answer.getResponse().getStatus();
        boolean temporary = status >= SERVER_ERROR || status == TIMEOUT || status == TOO_MANY_REQUESTS;
        return temporary ? answer : new PermanentFailure("Centrifugo refuses the request: status " + status, answer);
    }

    private static Exception failure(Centrifugo.Error error) {
        if (error == null) {
            return null;
        }
        String message = "Centrifugo: " + error.code() + " " + error.message();
        return error.code() == INTERNAL ? new IllegalStateException(message) : new PermanentFailure(message);
    }
}
