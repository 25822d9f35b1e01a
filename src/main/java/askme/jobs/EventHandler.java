package askme.jobs;

/**
 * Runs one step for each event of a type.
 *
 * @param <E> the type of the event
 */
public final class EventHandler<E> implements Handler<E> {

    /** The effect of the event. It may run more than once for the same event. */
    @FunctionalInterface
    public interface Step<E> {
        void run(E event) throws Exception;
    }

    private final String name;
    private final String queue;
    private final Class<E> event;
    private final Step<E> step;

    /**
     * @param name stable, because stored jobs have it
     * @param queue one of {@link Queues}
     */
    public EventHandler(String name, String queue, Class<E> event, Step<E> step) {
        this.name = name;
        this.queue = queue;
        this.event = event;
        this.step = step;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String queue() {
        return queue;
    }

    @Override
    public Class<E> event() {
        return event;
    }

    @Override
    public void handle(E event, Job job) throws Exception {
        step.run(event);
    }
}
