package askme.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Holds back who does more than {@link Limited} allows. */
class LimitFilter {

    private static final int TOO_MANY = 429;
    private final Limits limits;
    private final RoutingContext routing;
    private final Spoken<Messages> msg = Spoken.of(Messages.class);

    LimitFilter(Limits limits, RoutingContext routing) {
        this.limits = limits;
        this.routing = routing;
    }

    /** After the CSRF check: another site must not use up what a member may do. */
    @Limited("")
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public void check(SimpleResourceInfo resource) throws NoSuchMethodException {
        String name = resource.getResourceClass()
                .getMethod(resource.getMethodName(), resource.parameterTypes())
                .getAnnotation(Limited.class)
                .value();
        Duration pause = limits.take(name, Actor.of(routing));
        if (!pause.isZero()) {
            long seconds = pause.toSeconds() + 1;
            routing.response().putHeader("Retry-After", Long.toString(seconds));
            throw new Problem.Raised(TOO_MANY, "too-many", msg.get().too_many((int) seconds));
        }
    }
}
