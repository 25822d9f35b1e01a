package askme.realtime;

import askme.jobs.BatchHandler;
import askme.jobs.Delivery;
import askme.jobs.Queues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Publishes the change that one kind of event made, to the readers of the question. The state is read now and not taken
 * from the event. So equal events that wait together need one publication.
 */
final class PublishChange<E> implements BatchHandler<E> {

    private final String name;
    private final Class<E> event;
    private final Function<E, String> channel;
    private final Function<E, Optional<Change>> change;
    private final Publisher publisher;

    PublishChange(
            String name,
            Class<E> event,
            Function<E, String> channel,
            Function<E, Optional<Change>> change,
            Publisher publisher) {
        this.name = name;
        this.event = event;
        this.channel = channel;
        this.change = change;
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<E> event() {
        return event;
    }

    @Override
    public String queue() {
        return Queues.REALTIME;
    }

    @Override
    public void handleAll(List<Delivery<E>> deliveries) {
        Map<E, List<Delivery<E>>> byEvent = new LinkedHashMap<>();
        deliveries.forEach(
                d -> byEvent.computeIfAbsent(d.event(), e -> new ArrayList<>()).add(d));
        List<Publisher.Waiting<E>> publications = new ArrayList<>();
        byEvent.forEach((one, waiting) -> change.apply(one).ifPresent(read -> {
            // The key of the last job: a job before it may have been published with an older state.
            String key = waiting.get(waiting.size() - 1).job().id();
            publications.add(
                    new Publisher.Waiting<>(new Publisher.Publication(channel.apply(one), read, key), waiting));
        }));
        publisher.publishFor(publications);
    }
}
