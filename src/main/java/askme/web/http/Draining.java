package askme.web.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * How a web process that is told to stop leaves a proxy that has others, so that no request is lost:
 * <ol>
 *   <li>for {@code quarkus.shutdown.delay} it works on, but answers a read with 502. A proxy that announced by a header that
 *       it can ask another does so, and leaves this process alone;
 *   <li>a write is done, whenever it comes: the proxy must not send it twice, so there is no refusing it;
 *   <li>then, when nothing comes any more, the port is closed. Quarkus finishes what is still running.
 * </ol>
 * Readiness, which the header's proxy cannot see, is down from the first step on; whoever does not send the header is answered.
 */
@ApplicationScoped
class Draining {

    private static final int BEFORE_THE_PAGE = 895;
    private static final String CAN_ASK_ANOTHER = "X-Another-Web";
    private static final int BAD_GATEWAY = 502;

    private volatile boolean begun;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begun = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_THE_PAGE);
    }

    void answer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (begun && isRead(request.method()) && request.headers().contains(CAN_ASK_ANOTHER)) {
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
