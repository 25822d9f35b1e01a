package askme.web.http;

import askme.web.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id: the {@code X-Request-ID} of the proxy if it is well-formed, otherwise a random one. The id is in
 * the response, in each log line (MDC {@value #KEY}) and in the jobs that the request adds.
 */
@ApplicationScoped
public class RequestIds {

    static final String KEY = "requestId";
    private static final String HEADER = "X-Request-ID";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int BYTES = 8;

    private final SecureRandom generator = new SecureRandom();

    void register(@Observes Filters filters) {
        filters.register(this::assign, FilterOrder.REQUEST_ID);
    }

    private void assign(RoutingContext routing) {
        String given = routing.request().getHeader(HEADER);
        String id = given != null && ID.matcher(given).matches() ? given : random();
        MDC.put(KEY, id);
        routing.response().putHeader(HEADER, id);
        routing.next();
    }

    /** Continues with the id of the request in the current Vert.x context, which a library made for the same request. */
    public static void adopt(RoutingContext routing) {
        MDC.put(KEY, routing.response().headers().get(HEADER));
    }

    private String random() {
        byte[] bytes = new byte[BYTES];
        generator.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
