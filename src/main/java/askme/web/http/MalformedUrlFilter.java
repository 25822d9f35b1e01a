package askme.web.http;

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
 * the path, so this filter redirects the request before.
 *
 * <p>Work-around: Quarkus answers such URLs with an empty 400 itself, also those with characters that browsers send unescaped,
 * such as {@code |}. {@code vertx.disableURIValidation} disables this check
 * (<a href="https://github.com/quarkusio/quarkus/issues/37804">quarkus#37804</a>). Remove the switch when error pages can be
 * set for such URLs. In development a router of Quarkus runs before ours and still answers an empty 400.
 */
@ApplicationScoped
class MalformedUrlFilter {

    private static final int BEFORE_EVERYTHING_ELSE = 1100;
    private static final String FOUND = "askme.malformed-address";
    private static final Pattern ENCODES_NOTHING = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    void register(@Observes Filters filters) {
        filters.register(MalformedUrlFilter::divert, BEFORE_EVERYTHING_ELSE);
    }

    private static void divert(RoutingContext routing) {
        if (ENCODES_NOTHING.matcher(routing.request().uri()).find()) {
            routing.put(FOUND, true);
            routing.reroute("/");
        } else {
            routing.next();
        }
    }

    static final class Refusal {

        private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);

        @ServerRequestFilter(preMatching = true)
        public void refuse(RoutingContext routing) {
            if (routing.get(FOUND) != null) {
                throw new Problem.Raised(400, "malformed-address", msg.get().malformed_address());
            }
        }
    }
}
