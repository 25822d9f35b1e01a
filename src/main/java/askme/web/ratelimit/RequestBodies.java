package askme.web.ratelimit;

import askme.web.FilterOrder;
import askme.web.UploadPath;
import askme.web.security.Caller;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Receives the body of each request before the request occupies a place among the running ones:
 * <ul>
 *   <li>A body is at most as large as a form. A larger one is refused by its {@code Content-Length} or while it arrives.
 *   <li>Only the paths of {@link UploadPath} accept more. Such an upload is not received here: the page writes it to disk.
 *   <li>Bodies are counted for each network address and in total, by number and by bytes, until they are answered.
 * </ul>
 */
@ApplicationScoped
class RequestBodies {

    private static final int UPLOAD_TIME_FACTOR = 3;
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final long largestForm;
    private final long largestUpload;
    private final long formMs;
    private final BodyBudget forms;
    private final BodyBudget uploads;
    private final Set<String> uploadPaths;

    RequestBodies(
            BodiesConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestUpload,
            @All List<UploadPath> uploadPaths) {
        this.largestForm = config.largestForm().asLongValue();
        this.largestUpload = largestUpload.asLongValue();
        this.formMs = config.timeToArrive().toMillis();
        forms = new BodyBudget(
                new BodyBudget.Limits(
                        config.mostPerAddress(), config.memoryPerAddress().asLongValue()),
                new BodyBudget.Limits(Integer.MAX_VALUE, config.memory().asLongValue()));
        long space = config.uploadSpace().asLongValue();
        uploads = new BodyBudget(
                new BodyBudget.Limits(config.uploadsPerAddress(), space),
                new BodyBudget.Limits(config.uploads(), space));
        this.uploadPaths = uploadPaths.stream().map(UploadPath::path).collect(Collectors.toUnmodifiableSet());
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, FilterOrder.REQUEST_BODY);
    }

    private void receive(RoutingContext routing) {
        long length = declaredLength(routing.request());
        if (length == 0) {
            routing.next();
            return;
        }
        boolean upload = length > largestForm && isUpload(routing);
        BodyBudget.Share share = (upload ? uploads : forms).share(address(routing.request()));
        IncomingBody body = new IncomingBody(routing, share);
        if (length > (upload ? largestUpload : largestForm)) {
            body.refuse(BodyRefusals.TOO_LARGE);
        } else if (upload) {
            body.pass(length, formMs * UPLOAD_TIME_FACTOR);
        } else {
            body.collect(largestForm, formMs);
        }
    }

    /** The length of the body; 0 without a body, -1 if the request does not say. */
    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length != null) {
            return length.matches("\\d{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE;
        }
        boolean mayFollow = request.version() == HttpVersion.HTTP_2
                ? !WITHOUT_BODY.contains(request.method())
                : request.getHeader("Transfer-Encoding") != null;
        return mayFollow ? -1 : 0;
    }

    private boolean isUpload(RoutingContext routing) {
        String type = routing.request().getHeader("Content-Type");
        return type != null
                && type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length())
                && uploadPaths.contains(withoutFinalSlash(routing.normalizedPath()));
    }

    private static String withoutFinalSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String address(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return Caller.network(remote == null ? null : remote.hostAddress());
    }
}
