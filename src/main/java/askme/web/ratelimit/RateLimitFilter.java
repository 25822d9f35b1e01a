package askme.web.ratelimit;

import askme.web.FilterOrder;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Refuses calls that exceed their {@link RateLimited}. */
class RateLimitFilter {

    private final RateLimiter limits;
    private final RoutingContext routing;

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
        limits.require(name, routing);
    }
}
