package askme.web.http;

import askme.database.DatabaseConfig;
import askme.database.DatabaseUse;
import askme.resilience.RequestDeadline;
import askme.web.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;

/** Starts the time in which a request may use the database. The wait for a thread counts, the arrival of a body does not. */
@ApplicationScoped
class DeadlineFilter {

    private final DatabaseConfig config;

    DeadlineFilter(DatabaseConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::start, FilterOrder.DEADLINE);
    }

    private void start(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        RequestDeadline deadline = RequestDeadline.start(config.requestTimeout());
        if (!request.isEnded()) { // an upload; all other bodies have arrived
            request.end().onSuccess(arrived -> deadline.restart());
        }
        routing.next();
    }

    /** Refuses a request that waited too long for its thread, as if the database had refused it. The page shows the form's text. */
    @WithFormRead
    @ServerRequestFilter(priority = FilterOrder.DEADLINE_OVER)
    public void check() throws SQLException {
        DatabaseUse.requireTime();
    }
}
