package askme.web.http;

import askme.web.FilterOrder;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Gives a request whose body cannot be read an error page. {@link RequestHeaders} repairs the other headers. */
@ApplicationScoped
class MalformedHeadersFilter {

    private static final String REFUSED = "askme.malformed-headers";

    void register(@Observes Filters filters) {
        filters.register(MalformedHeadersFilter::repair, FilterOrder.MALFORMED_HEADERS);
    }

    private static void repair(RoutingContext routing) {
        Optional<Integer> refusal = RequestHeaders.repair(
                routing.request().method(), routing.request().headers());
        refusal.ifPresent(status -> routing.put(REFUSED, status));
        routing.next();
    }

    static final class Refusal {

        private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);

        @ServerRequestFilter(preMatching = true, priority = FilterOrder.MALFORMED_HEADERS_PAGE)
        public void refuse(RoutingContext routing) {
            if (routing.get(REFUSED) instanceof Integer status) {
                throw new ProblemException(status, "http-" + status, msg.get().bad_request_detail());
            }
        }
    }
}
