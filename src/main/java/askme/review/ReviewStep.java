package askme.review;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.Queues;
import java.util.function.Consumer;

/** Follows one kind of event in the review queue. */
final class ReviewStep<E> implements Handler<E> {

    private final String name;
    private final Class<E> event;
    private final Consumer<E> step;

    ReviewStep(String name, Class<E> event, Consumer<E> step) {
        this.name = name;
        this.event = event;
        this.step = step;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String queue() {
        return Queues.DIGEST;
    }

    @Override
    public Class<E> event() {
        return event;
    }

    @Override
    public void handle(E event, Job job) {
        step.accept(event);
    }
}
