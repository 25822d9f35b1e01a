package askme.jobs.queue;

import askme.jobs.Handler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All handlers, by name and by event, the periodic tasks among them. */
public final class Handlers {

    private final Map<String, Handler<?>> byName = new HashMap<>();
    private final Map<Class<?>, List<Handler<?>>> byEvent;

    /** @throws IllegalStateException if two handlers have the same name, or if a handler names an unknown queue */
    public Handlers(Iterable<? extends Handler<?>> handlers, Iterable<? extends PeriodicTask> tasks) {
        handlers.forEach(this::add);
        stream(tasks).collect(Collectors.groupingBy(task -> task.handler().name())).values().stream()
                .map(sameName -> new PeriodicTaskHandler(List.copyOf(sameName)))
                .forEach(this::add);
        byEvent = stream(handlers).collect(Collectors.groupingBy(Handler::event, Collectors.toUnmodifiableList()));
    }

    private static <T> Stream<T> stream(Iterable<T> all) {
        return StreamSupport.stream(all.spliterator(), false);
    }

    private void add(Handler<?> handler) {
        if (byName.put(handler.name(), handler) != null) {
            throw new IllegalStateException("two handlers are named " + handler.name());
        }
        if (!Queues.BY_PRIORITY.contains(handler.queue())) {
            throw new IllegalStateException(handler.name() + " names an unknown queue: " + handler.queue());
        }
    }

    public Optional<Handler<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The handlers of an event that the outbox records; empty if it has none. */
    List<Handler<?>> of(Class<?> event) {
        return byEvent.getOrDefault(event, List.of());
    }
}
