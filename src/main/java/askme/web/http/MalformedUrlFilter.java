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
 * An address with a percent sign that encodes nothing ({@code /tag/%zz/}) is an error like any other, with its page. The
 * router would end it with an empty 400 as soon as it looks at the path, so the request is taken elsewhere before. For it to
 * come here at all, Quarkus' own look at addresses is switched off (vertx.disableURIValidation; it also refuses what
 * browsers send as it is, such as {@code |}). In dev mode a router of Quarkus' own comes before ours and ends the path with a bare 400.
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
