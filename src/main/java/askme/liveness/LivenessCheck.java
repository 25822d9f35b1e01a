package askme.liveness;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Is down if this process hangs, and then names the part or the threads. A part that is down does not matter here. */
@Liveness
@ApplicationScoped
class LivenessCheck implements HealthCheck {

    private final ProcessWatch watch;

    LivenessCheck(ProcessWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        return watch.detector()
                .reason()
                .map(reason -> HealthCheckResponse.named("process").down().withData("hangs", reason))
                .orElseGet(() -> HealthCheckResponse.named("process").up())
                .build();
    }
}
