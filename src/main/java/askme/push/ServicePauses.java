package askme.push;

import askme.resilience.CircuitBreaker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which push services did not answer lately. Members name the services, so only the last thousand are remembered. */
@ApplicationScoped
class ServicePauses {

    private static final int MOST_SERVICES = 1000;

    private final PushConfig config;
    private final Clock clock;
    private final Map<String, CircuitBreaker> services = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CircuitBreaker> eldest) {
            return size() > MOST_SERVICES;
        }
    };

    ServicePauses(PushConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    synchronized boolean isPaused(String name) {
        CircuitBreaker service = services.get(name);
        return service != null && service.isOpen();
    }

    /** The service did not answer. Returns true for the first of several callers. */
    synchronized boolean begin(String name) {
        return services.computeIfAbsent(name, n -> new CircuitBreaker(config.pause(), clock))
                .open();
    }
}
