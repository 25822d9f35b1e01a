package askme.realtime;

import askme.jobs.Handler;
import askme.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToLongFunction;

/** Makes the handlers that publish a change after an event. */
@ApplicationScoped
class Publications {

    private final Snapshots snapshots;
    private final Publisher publisher;
    private final Settings settings;

    Publications(Snapshots snapshots, Publisher publisher, Settings settings) {
        this.settings = settings;
        this.snapshots = snapshots;
        this.publisher = publisher;
    }

    /**
     * A handler of {@code event}.
     *
     * @param name the handler's name, which outbox rows and queued jobs contain
     * @param question the id of the question whose readers receive the change
     * @param reader reads the change
     */
    <E> Handler<E> handler(String name, Class<E> event, ToLongFunction<E> question, Snapshots.Reader<E> reader) {
        return new PublishChange<>(
                name, event, e -> channel(question.applyAsLong(e)), e -> snapshots.read(e, reader), publisher);
    }

    /** The setting of the moment when the change is published, not of the event. */
    private String channel(long question) {
        return Channels.ofQuestion(question, settings.forMembersOnly());
    }
}
