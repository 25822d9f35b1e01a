package askme.webhook;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Removes old deliveries, in batches. One that still waits is younger: its attempts take three days. */
@ApplicationScoped
@JobHandler(name = "sweep-webhooks", queue = Queues.DIGEST)
class WebhookSweep implements PeriodicTask {

    private static final int BATCH = 1000;

    static final String OLD = "DELETE FROM webhook_delivery WHERE happened_at < ? ORDER BY happened_at LIMIT " + BATCH;

    private final WebhookTable table;
    private final WebhookConfig config;
    private final Clock clock;

    WebhookSweep(WebhookTable table, WebhookConfig config, Clock clock) {
        this.table = table;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook-sweep";
    }

    @Override
    public String schedule() {
        return config.sweepSchedule();
    }

    @Override
    public void run() {
        int removed;
        do {
            removed = table.update(OLD, clock.instant().minus(config.kept()));
        } while (removed == BATCH);
    }
}
