package askme.web.http;

import askme.web.FilterOrder;
import askme.web.WebLinks;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * The methods of each path, for the header {@code Allow} (RFC 9110, 10.2.1).
 *
 * <p>Work-around: Quarkus sends 405 without {@code Allow}, and answers OPTIONS with the methods of all paths of the same class. No
 * upstream issue found on 2026-11-28. Remove this class when both name the methods of the path.
 */
@ApplicationScoped
class AllowedMethods {

    private static final String FILES = "META-INF/resources";
    private static final Set<String> OF_FILE = new TreeSet<>(Set.of("GET", "HEAD", "OPTIONS"));

    private volatile List<RequestMapper<InitialMatch>> classes;

    /** The methods that {@code path} accepts; empty if there is no such path. */
    Set<String> of(String path) {
        if (isFile(path)) {
            return OF_FILE;
        }
        Set<String> allowed = new TreeSet<>();
        for (RequestMapper<InitialMatch> type : classes()) {
            RequestMapper.RequestMatch<InitialMatch> match = type.map(path);
            if (match != null) {
                for (ServerRestHandler handler : match.value.handlers) {
                    if (handler instanceof ClassRoutingHandler methods) {
                        add(methods, match.remaining, allowed);
                    }
                }
            }
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        if (!allowed.isEmpty()) {
            allowed.add("OPTIONS");
        }
        return allowed;
    }

    private static void add(ClassRoutingHandler methods, String remaining, Set<String> allowed) {
        String path = remaining.isEmpty() ? "/" : remaining;
        methods.getMappers().forEach((method, mapper) -> {
            if (method != null && mapper.map(path) != null) {
                allowed.add(method);
            }
        });
    }

    /** Whether the program contains this file, which Quarkus serves without a resource. */
    private static boolean isFile(String path) {
        return (path.startsWith("/static/") || path.equals(WebLinks.ICON))
                && !path.contains("..")
                && !path.endsWith("/")
                && Thread.currentThread().getContextClassLoader().getResource(FILES + path) != null;
    }

    private List<RequestMapper<InitialMatch>> classes() {
        if (classes == null) {
            List<RequestMapper<InitialMatch>> found = new ArrayList<>();
            for (var path : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
                found.add(new RequestMapper<>(new ArrayList<>(List.of(path))));
            }
            classes = found;
        }
        return classes;
    }

    static final class Options {

        private final AllowedMethods allowed;

        Options(AllowedMethods allowed) {
            this.allowed = allowed;
        }

        /** Answers OPTIONS, and refuses every method that the path does not have. Quarkus answers some of them with 404. */
        @ServerRequestFilter(preMatching = true, priority = FilterOrder.METHODS)
        public Response answer(ContainerRequestContext request, HttpServerRequest raw) {
            Set<String> methods = allowed.of(raw.path());
            if (!methods.isEmpty() && !methods.contains(request.getMethod())) {
                throw new NotAllowedException(Response.status(405).build());
            }
            if (!request.getMethod().equals("OPTIONS")) {
                return null;
            }
            if (methods.isEmpty()) {
                throw new NotFoundException();
            }
            return Response.noContent()
                    .header("Allow", String.join(", ", methods))
                    .build();
        }
    }
}
