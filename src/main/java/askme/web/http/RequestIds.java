package askme.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id: the proxy's {@code X-Request-ID} where it looks like one, else a random one. It stands in
 * the response, in each log line (MDC {@value #KEY}) and in the jobs that the request records.
 */
@ApplicationScoped
class RequestIds {

    static final String KEY = "requestId";
    private static final String HEADER = "X-Request-ID";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int BEFORE_EVERYTHING = 1000;
    private static final int BYTES = 8;

    private final SecureRandom random = new SecureRandom();

    void register(@Observes Filters filters) {
        filters.register(this::name, BEFORE_EVERYTHING);
    }

    private void name(RoutingContext routing) {
        String given = routing.request().getHeader(HEADER);
        String id = given != null && ID.matcher(given).matches() ? given : fresh();
        MDC.put(KEY, id);
        routing.response().putHeader(HEADER, id);
        routing.next();
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
