package askme.picture.storage;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Reports whether the last uses of the storage of pictures worked. Always up: pages work without pictures. */
@Readiness
@ApplicationScoped
class StorageHealth implements HealthCheck {

    private final PictureStorage storage;

    StorageHealth(PictureStorage storage) {
        this.storage = storage;
    }

    @Override
    public HealthCheckResponse call() {
        boolean works = storage.available();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("pictures").up();
        response.withData(storage.kind(), works ? "reachable" : "unreachable");
        return (works ? response : response.withData("status", "degraded")).build();
    }
}
