package askme.web.http;

import askme.web.FilterOrder;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Hands the traffic of a stopping web process to other processes, so that no request is lost:
 * <ol>
 *   <li>During {@code quarkus.shutdown.delay} the process still works, but refuses reads with 502. It does so only if the
 *       request has the header {@value #CAN_RETRY}: that proxy then asks another process and stops using this one.
 *   <li>Writes are always executed, because the proxy must not send them twice.
 *   <li>After the delay Quarkus closes the port and finishes the running requests.
 * </ol>
 * Readiness is down from the first step on. Proxies that send the header do not read it.
 */
@ApplicationScoped
class Draining {

    private static final String CAN_RETRY = "X-Another-Web";
    private static final int BAD_GATEWAY = 502;

    private volatile boolean stopping;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, FilterOrder.DRAINING);
    }

    void answer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (stopping && isRead(request.method()) && request.headers().contains(CAN_RETRY)) {
            routing.response()
                    .setStatusCode(BAD_GATEWAY)
                    .putHeader("Cache-Control", "no-store")
                    .end();
        } else {
            routing.next();
        }
    }

    private static boolean isRead(HttpMethod method) {
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    }
}
