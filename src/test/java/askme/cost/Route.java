package askme.cost;

import askme.names.MainClasses;
import askme.web.ApiPath;
import askme.web.ratelimit.RateLimited;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * A public address of the site.
 *
 * @param path with its parameters in braces
 * @param rate the name of its rate in {@code askme.limits.rates}
 */
public record Route(String verb, String path, String rate) {

    /** The rate of all requests, also of those without a separate one. */
    static final String OF_ALL = "request";

    /** The only route that no resource has. */
    private static final Route OF_MCP = new Route("POST", ApiPath.MCP, OF_ALL);

    /** All routes of the site. */
    public static List<Route> all() {
        return Stream.concat(Stream.of(OF_MCP), resources())
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    private static Stream<Route> resources() {
        return MainClasses.annotated(Path.class).stream()
                .filter(type -> !type.isAnnotationPresent(RegisterRestClient.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .map(verb -> of(verb.value(), method)))
                .distinct();
    }

    private static Route of(String verb, Method method) {
        Path own = method.getAnnotation(Path.class);
        Path ofClass = method.getDeclaringClass().getAnnotation(Path.class);
        String path = (ofClass == null ? "" : ofClass.value()) + "/" + (own == null ? "" : own.value());
        RateLimited limited = method.getAnnotation(RateLimited.class);
        return new Route(
                verb,
                path.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""),
                limited == null ? OF_ALL : limited.value());
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
