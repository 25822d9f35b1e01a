package askme.web.ratelimit;

import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.http.Problem;
import askme.web.security.Caller;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Holds back who does more than {@link RateLimited} allows. */
class RateLimitFilter {

    private static final int TOO_MANY = 429;
    private final RateLimiter limits;
    private final RoutingContext routing;
    private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);

    RateLimitFilter(RateLimiter limits, RoutingContext routing) {
        this.limits = limits;
        this.routing = routing;
    }

    /** After the CSRF check: another site must not use up what a member may do. */
    @RateLimited("")
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public void check(SimpleResourceInfo resource) throws NoSuchMethodException {
        String name = resource.getResourceClass()
                .getMethod(resource.getMethodName(), resource.parameterTypes())
                .getAnnotation(RateLimited.class)
                .value();
        Duration pause = limits.take(name, Caller.of(routing));
        if (!pause.isZero()) {
            long seconds = pause.toSeconds() + 1;
            routing.response().putHeader("Retry-After", Long.toString(seconds));
            throw new Problem.Raised(TOO_MANY, "too-many", msg.get().too_many((int) seconds));
        }
    }
}
