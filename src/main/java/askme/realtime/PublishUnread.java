package askme.realtime;

import askme.jobs.BatchHandler;
import askme.jobs.Delivery;
import askme.jobs.Queues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Publishes the number of unread notifications to the members of an event. Each member of a batch is read and told once. */
final class PublishUnread<E> implements BatchHandler<E> {

    /** An event may name 250 members. */
    private static final int EVENTS_AT_A_TIME = 4;

    private final String name;
    private final Class<E> event;
    private final Function<E, List<Long>> members;
    private final UnreadCounts counts;
    private final Publisher publisher;

    PublishUnread(
            String name, Class<E> event, Function<E, List<Long>> members, UnreadCounts counts, Publisher publisher) {
        this.name = name;
        this.event = event;
        this.members = members;
        this.counts = counts;
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
    public int batchSize() {
        return EVENTS_AT_A_TIME;
    }

    @Override
    public void handleAll(List<Delivery<E>> deliveries) {
        Map<Long, List<Delivery<E>>> byMember = new LinkedHashMap<>();
        deliveries.forEach(delivery -> members.apply(delivery.event())
                .forEach(member ->
                        byMember.computeIfAbsent(member, m -> new ArrayList<>()).add(delivery)));
        List<Publisher.Waiting<E>> publications = new ArrayList<>();
        counts.of(byMember.keySet()).forEach((member, unread) -> {
            List<Delivery<E>> waiting = byMember.get(member);
            // The key of the last job: a job before it may have been published with an older number.
            String key = waiting.get(waiting.size() - 1).job().id() + ":" + member;
            publications.add(new Publisher.Waiting<>(
                    new Publisher.Publication(Channels.ofMember(member), unread, key), waiting));
        });
        publisher.publishFor(publications);
    }
}
