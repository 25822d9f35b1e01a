package askme.admin;

import askme.mail.MailPreview;
import askme.mail.notice.MailPreviews;
import askme.web.Languages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Every mail of the site with sample data, as text and HTML, in each language. */
@Path(AdminLinks.MAILS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@AdminOnly
class MailsResource {

    private static final String POLICY = "Content-Security-Policy";

    /** A mail has inline styles, which no page may have. So it is a document of no rights, except that its page measures it. */
    private static final String POLICY_OF_MAIL =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; sandbox allow-same-origin";

    private final MailPreviews previews;
    private final RoutingContext routing;

    MailsResource(MailPreviews previews, RoutingContext routing) {
        this.previews = previews;
        this.routing = routing;
    }

    @CheckedTemplate(basePath = "admin")
    static class Views {
        static native TemplateInstance mails(List<MailPreview> mails, List<String> languages);

        static native TemplateInstance mail(MailPreview mail, String language, List<String> languages);
    }

    @GET
    public TemplateInstance list() {
        return Views.mails(previews.all(Languages.of(routing.request()).getLanguage()), languages());
    }

    /** One mail. The policy of this page also allows the frame. */
    @GET
    @Path("/{name}/{language}")
    public TemplateInstance show(@RestPath String name, @RestPath String language) {
        TemplateInstance page = Views.mail(require(name, language), language, languages());
        MultiMap headers = routing.response().headers();
        headers.set(POLICY, headers.get(POLICY) + "; frame-src 'self'");
        return page;
    }

    /** The HTML of one mail, for the frame of its page. */
    @GET
    @Path("/{name}/{language}/html")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public String html(@RestPath String name, @RestPath String language) {
        String html = require(name, language).html();
        routing.response().headers().set(POLICY, POLICY_OF_MAIL).set("X-Frame-Options", "SAMEORIGIN");
        return html;
    }

    private MailPreview require(String name, String language) {
        if (!languages().contains(language)) {
            throw new NotFoundException();
        }
        return previews.all(language).stream()
                .filter(mail -> mail.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static List<String> languages() {
        return Languages.TRANSLATED.stream().sorted().toList();
    }
}
