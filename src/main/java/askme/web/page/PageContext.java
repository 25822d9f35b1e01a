package askme.web.page;

import askme.web.Languages;
import askme.web.LocalPath;
import askme.web.WebConfig;
import askme.web.security.Csrf;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** The request as the layout sees it: its path, its language, its token and the flash message it brought. */
@RequestScoped
@Unremovable // templates look it up
public class PageContext {

    private final RoutingContext routing;
    private final Csrf csrf;
    private final WebConfig config;
    private String flash;

    PageContext(RoutingContext routing, Csrf csrf, WebConfig config) {
        this.routing = routing;
        this.csrf = csrf;
        this.config = config;
    }

    /** The path and query of this page, for links that come back to it; where a form is answered, those of the page it stood on. */
    public String path() {
        return LocalPath.ofPage(routing.request());
    }

    /** The whole address of the local {@code path}, for those who read it elsewhere. */
    public String absolute(String path) {
        return config.absolute(path);
    }

    /** The two letters of the language the page is in. */
    public String language() {
        return Languages.of(routing.request()).getLanguage();
    }

    public Locale locale() {
        return Languages.of(routing.request());
    }

    /** The token every form and AJAX request of this page sends; sets a guest's cookie, so guests' lists never ask for it. */
    public String csrfToken() {
        return csrf.token(routing);
    }

    /** The name both the form field and the meta element carry. */
    public String csrfField() {
        return Csrf.FIELD;
    }

    /** The name of the header in which scripts send the token. */
    public String csrfHeader() {
        return Csrf.HEADER;
    }

    /** Whether a developer is looking, who may be offered demo content. */
    public boolean devMode() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    /** The message that the last form left, or null; shown once. */
    public String flash() {
        Cookie cookie = routing.request().getCookie(Flash.COOKIE);
        if (flash == null && cookie != null) {
            flash = Flash.read(cookie.getValue());
            Flash.clear(routing, config.secure());
        }
        return flash;
    }
}
