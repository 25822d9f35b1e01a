package askme.jobs.queue;

import askme.jobs.Handler;
import askme.jobs.Queues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Every handler there is, by name and by event. */
public final class Handlers {

    private final Map<String, Handler<?>> byName = new HashMap<>();
    private final Map<Class<?>, List<Handler<?>>> byEvent;

    /** Two handlers of one name, or one of an unknown queue, are a mistake of the program. */
    public Handlers(Iterable<? extends Handler<?>> all) {
        for (Handler<?> handler : all) {
            if (byName.put(handler.name(), handler) != null) {
                throw new IllegalStateException("two handlers are named " + handler.name());
            }
            if (!Queues.BY_PRIORITY.contains(handler.queue())) {
                throw new IllegalStateException(handler.name() + " names an unknown queue: " + handler.queue());
            }
        }
        byEvent = StreamSupport.stream(all.spliterator(), false)
                .collect(Collectors.groupingBy(Handler::event, Collectors.toUnmodifiableList()));
    }

    public Optional<Handler<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<Handler<?>> of(Class<?> event) {
        return byEvent.getOrDefault(event, List.of());
    }
}
