package askme.jobs.admin;

import askme.jobs.JobsConfig;
import askme.jobs.queue.JobsFactory;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the inspector, a plain class, from the parts of the queue. */
class QueueInspectorProducer {

    @Produces
    @Singleton
    QueueInspector inspector(JobsFactory parts, JobsConfig config, Clock clock) {
        return new QueueInspector(parts.redis(), config.jobs().lease(), clock);
    }
}
