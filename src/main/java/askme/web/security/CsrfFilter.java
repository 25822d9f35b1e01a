package askme.web.security;

import askme.web.ApiPath;
import askme.web.FilterOrder;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.WebConfig;
import askme.web.http.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Refuses requests that another site made the browser send (CSRF). Without a session there is nothing to abuse, so then only
 * forms for guests need a token. Other methods send a guest to the sign-in page.
 */
class CsrfFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private final Csrf csrf;
    private final WebConfig config;
    private final Audit audit;
    private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);

    CsrfFilter(Csrf csrf, WebConfig config, Audit audit) {
        this.csrf = csrf;
        this.audit = audit;
        this.config = config;
    }

    @WithFormRead
    @ServerRequestFilter(priority = FilterOrder.CSRF)
    public void check(ContainerRequestContext request, SimpleResourceInfo resource, RoutingContext routing)
            throws NoSuchMethodException {
        HttpServerRequest raw = routing.request();
        // The API ignores cookies, so a browser sends it nothing that another site could use.
        if (SAFE.contains(request.getMethod())
                || ApiPath.covers(routing.normalizedPath())
                || annotated(resource, CsrfExempt.class)) {
            return;
        }
        if (crossSite(raw)) {
            audit.event("cross-site-refused", 0);
            throw new ProblemException(403, "cross-site", msg.get().cross_site());
        }
        boolean needed = csrf.hasSession(raw) || annotated(resource, GuestForm.class);
        if (needed && !csrf.valid(raw, sent(raw))) {
            audit.event("form-refused", 0);
            throw new ProblemException(403, "csrf", msg.get().form_expired());
        }
    }

    private static String sent(HttpServerRequest raw) {
        String header = raw.getHeader(Csrf.HEADER);
        if (header != null) {
            return header;
        }
        return (String) CurrentRequestManager.get().getFormParameter(Csrf.FIELD, true, false);
    }

    /** Checks Fetch Metadata if the browser sends it, otherwise the Origin header. A client without both is no browser. */
    private boolean crossSite(HttpServerRequest raw) {
        String site = raw.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return "cross-site".equals(site);
        }
        String origin = raw.getHeader("Origin");
        return origin != null && !origin.equals(origin(config.baseUrl())) && !sameHost(origin, raw);
    }

    private static boolean sameHost(String origin, HttpServerRequest raw) {
        return raw.authority() != null && origin.endsWith("//" + raw.authority());
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private static boolean annotated(
            SimpleResourceInfo resource, Class<? extends java.lang.annotation.Annotation> annotation)
            throws NoSuchMethodException {
        return resource.getResourceClass()
                .getMethod(resource.getMethodName(), resource.parameterTypes())
                .isAnnotationPresent(annotation);
    }
}
