package askme.web.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The address of the client whose request is being answered. */
@ApplicationScoped
public class CallerAddress {

    private final RoutingContext request;

    CallerAddress(RoutingContext request) {
        this.request = request;
    }

    /**
     * The network of the current request's client, as {@link Caller#network}.
     *
     * @throws jakarta.enterprise.context.ContextNotActiveException if no request is being answered
     */
    public String network() {
        return Caller.network(request.request().remoteAddress().hostAddress());
    }
}
