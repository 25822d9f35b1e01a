package askme.jobs.admin;

import askme.jobs.RedisException;
import askme.jobs.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports whether Redis answers, and the depth and age of its queues. Without Redis, a process with the web role is degraded but up.
 * A process that is only a worker or a scheduler is down, because it cannot do anything.
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
