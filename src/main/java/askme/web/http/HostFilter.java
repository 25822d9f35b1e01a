package askme.web.http;

import askme.web.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Refuses a malformed {@code Host} (RFC 9110, 7.2). The router fails such a request before the first filter, and Quarkus would
 * log that as an error. Some hosts that the router accepts could not be parsed later.
 */
@ApplicationScoped
class HostFilter {

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._~-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{0,5})?");

    private static final int BAD_REQUEST = 400;

    private static final EarlyRefusal MALFORMED = new EarlyRefusal(
            BAD_REQUEST,
            0,
            "Bad Request",
            "malformed-host",
            "The host of this request is malformed.",
            "Неверное имя сервера.");

    void register(@Observes Filters filters) {
        filters.register(HostFilter::check, FilterOrder.HOST);
    }

    /** Before the handler of Quarkus, which is the last one. */
    void register(@Observes Router router) {
        router.route().order(FilterOrder.MALFORMED_HOST).failureHandler(HostFilter::failed);
    }

    private static void check(RoutingContext routing) {
        String host = routing.request().getHeader("Host");
        if (host == null || HOST.matcher(host).matches()) {
            routing.next();
        } else {
            MALFORMED.send(routing);
        }
    }

    private static void failed(RoutingContext routing) {
        if (routing.statusCode() == BAD_REQUEST && routing.failure() instanceof VertxException) {
            MALFORMED.send(routing);
        } else {
            routing.next();
        }
    }
}
