package askme.web.page;

import askme.web.Languages;
import askme.web.LocalPath;
import askme.web.WebConfig;
import askme.web.security.Csrf;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** Values of the request that the layout needs: path, language, CSRF token and flash message. */
@RequestScoped
@Unremovable // only templates use it
@TemplateData
public class PageContext {

    private final RoutingContext routing;
    private final Csrf csrf;
    private final WebConfig config;
    private String csrfToken;
    private String flash;
    private Undo undo;

    PageContext(RoutingContext routing, Csrf csrf, WebConfig config) {
        this.routing = routing;
        this.csrf = csrf;
        this.config = config;
    }

    /**
     * Path and query of this page, for links that return to it. For a submitted form, those of the page with the form. A page that other
     * guests may get from the cache has only the parameters of its address there.
     */
    public String path() {
        return PageVersion.of(routing) == null
                ? LocalPath.ofPage(routing.request())
                : LocalPath.of(PageAddress.path(routing.request()));
    }

    /** The absolute address of the local {@code path}, for readers outside of the site. */
    public String absolute(String path) {
        return config.absolute(path);
    }

    /** The language of the page as a two-letter code. */
    public String language() {
        return Languages.of(routing.request()).getLanguage();
    }

    public Locale locale() {
        return Languages.of(routing.request());
    }

    /**
     * The token that forms and AJAX requests of this page send. For a guest it sets a cookie, so cacheable pages of guests must
     * not call it.
     */
    public String csrfToken() {
        if (csrfToken == null) {
            csrfToken = csrf.token(routing);
        }
        return csrfToken;
    }

    /** The name of the form field and of the meta element. */
    public String csrfField() {
        return Csrf.FIELD;
    }

    /** The name of the header in which scripts send the token. */
    public String csrfHeader() {
        return Csrf.HEADER;
    }

    /** Whether the site runs in development mode, which offers demo content. */
    public boolean devMode() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    /** The message of the last form, or null. Reading it clears its cookie, so it is shown once. */
    public String flash() {
        Cookie cookie = routing.request().getCookie(Flash.COOKIE);
        if (flash == null && cookie != null) {
            flash = Flash.read(cookie.getValue());
            undo = Flash.undo(cookie.getValue());
            Flash.clear(routing, config.secure());
        }
        return flash;
    }

    /** The act that takes the last one back, or null. {@link #flash} is read before. */
    public Undo undo() {
        return undo;
    }
}
