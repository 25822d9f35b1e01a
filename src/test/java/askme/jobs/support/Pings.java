package askme.jobs.support;

import askme.jobs.Handler;
import askme.jobs.Job;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Handles {@link Ping} with the effect of a test, on any queue, and stores the numbers. */
public final class Pings implements Handler<Ping> {

    /** The effect of a delivery. */
    public interface Effect {
        void of(Ping ping, Job job) throws Exception;
    }

    public final Collection<Integer> seen = new ConcurrentLinkedQueue<>();
    private final String queue;
    private final Effect effect;

    public Pings(String queue, Effect effect) {
        this.queue = queue;
        this.effect = effect;
    }

    @Override
    public String name() {
        return "ping-" + queue;
    }

    @Override
    public Class<Ping> event() {
        return Ping.class;
    }

    @Override
    public String queue() {
        return queue;
    }

    @Override
    public void handle(Ping ping, Job job) throws Exception {
        seen.add(ping.number());
        effect.of(ping, job);
    }
}
