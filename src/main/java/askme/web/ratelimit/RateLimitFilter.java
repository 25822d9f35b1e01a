package askme.web.ratelimit;

import askme.web.FilterOrder;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.http.ProblemException;
import askme.web.security.Caller;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Refuses calls that exceed their {@link RateLimited}. */
class RateLimitFilter {

    private static final int TOO_MANY = 429;
    private final RateLimiter limits;
    private final RoutingContext routing;
    private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);

    RateLimitFilter(RateLimiter limits, RoutingContext routing) {
        this.limits = limits;
        this.routing = routing;
    }

    @RateLimited("")
    @ServerRequestFilter(priority = FilterOrder.RATE_LIMIT)
    public void check(SimpleResourceInfo resource) throws NoSuchMethodException {
        String name = resource.getResourceClass()
                .getMethod(resource.getMethodName(), resource.parameterTypes())
                .getAnnotation(RateLimited.class)
                .value();
        Duration wait = limits.take(name, Caller.of(routing));
        if (!wait.isZero()) {
            long seconds = wait.toSeconds() + 1;
            routing.response().putHeader("Retry-After", Long.toString(seconds));
            throw new ProblemException(TOO_MANY, "too-many", msg.get().too_many((int) seconds));
        }
    }
}
