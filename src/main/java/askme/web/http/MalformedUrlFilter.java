package askme.web.http;

import askme.web.FilterOrder;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Gives a URL with a broken percent sign ({@code /tag/%zz/}) an error page. The router would answer an empty 400 when it reads
 * the path, so this filter reroutes the request before.
 *
 * <p>Work-around: Quarkus answers such URLs with an empty 400 itself, also those with characters that browsers send unescaped,
 * such as {@code |}. {@code vertx.disableURIValidation} disables this check
 * (<a href="https://github.com/quarkusio/quarkus/issues/37804">quarkus#37804</a>). Remove the switch when error pages can be
 * set for such URLs. In development a router of Quarkus runs before ours and still answers an empty 400.
 */
@ApplicationScoped
class MalformedUrlFilter {

    private static final String MALFORMED = "askme.malformed-address";
    private static final Pattern BROKEN_PERCENT_SIGN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    void register(@Observes Filters filters) {
        filters.register(MalformedUrlFilter::reroute, FilterOrder.MALFORMED_URL);
    }

    private static void reroute(RoutingContext routing) {
        if (BROKEN_PERCENT_SIGN.matcher(routing.request().uri()).find()) {
            routing.put(MALFORMED, true);
            routing.reroute("/");
        } else {
            routing.next();
        }
    }

    static final class Refusal {

        private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);

        @ServerRequestFilter(preMatching = true, priority = FilterOrder.MALFORMED_URL_PAGE)
        public void refuse(RoutingContext routing) {
            if (routing.get(MALFORMED) != null) {
                throw new ProblemException(400, "malformed-address", msg.get().malformed_address());
            }
        }
    }
}
