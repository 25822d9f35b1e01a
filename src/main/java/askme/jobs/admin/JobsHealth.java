package askme.jobs.admin;

import askme.jobs.RedisException;
import askme.jobs.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether Redis answers, and how old its queues are. A process that serves pages stays up without Redis, only degraded; a
 * worker or scheduler alone can do nothing and is down.
 */
@Readiness
@ApplicationScoped
class JobsHealth implements HealthCheck {

    private final QueueInspector inspector;
    private final Roles roles;

    JobsHealth(QueueInspector inspector, Roles roles) {
        this.inspector = inspector;
        this.roles = roles;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("jobs");
        answer.withData("roles", roles.all().toString());
        try {
            for (QueueState queue : inspector.state().queues()) {
                answer.withData(queue.name() + ".depth", queue.depth());
                answer.withData(queue.name() + ".age-ms", queue.age().toMillis());
            }
            return answer.withData("redis", "up").up().build();
        } catch (RedisException e) {
            boolean needed = !roles.web() && (roles.worker() || roles.scheduler());
            return answer.withData("redis", "down")
                    .withData("status", "degraded")
                    .status(!needed)
                    .build();
        }
    }
}
