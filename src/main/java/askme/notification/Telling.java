package askme.notification;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.Queues;
import java.sql.SQLException;

/** Notifies members of one kind of event. */
final class Telling<E> implements Handler<E> {

    /** The effect of the event. */
    @FunctionalInterface
    interface Step<E> {
        void run(E event) throws SQLException;
    }

    private final String name;
    private final Class<E> event;
    private final Step<E> step;

    Telling(String name, Class<E> event, Step<E> step) {
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
        return Queues.REALTIME;
    }

    @Override
    public Class<E> event() {
        return event;
    }

    @Override
    public void handle(E event, Job job) throws SQLException {
        step.run(event);
    }
}
