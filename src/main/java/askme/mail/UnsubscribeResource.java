package askme.mail;

import askme.member.Member;
import askme.web.security.CsrfExempt;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Turns mails off with one click (RFC 8058). */
@Path(MailLinks.UNSUBSCRIBE)
@Produces(MediaType.TEXT_HTML)
@Blocking
class UnsubscribeResource {

    private final UnsubscribeLinks links;

    UnsubscribeResource(UnsubscribeLinks links) {
        this.links = links;
    }

    @CheckedTemplate(basePath = "mail")
    static class Views {
        static native TemplateInstance unsubscribe(String token, boolean done);
    }

    /** Changes nothing, because mail scanners follow every link. */
    @GET
    public Response ask(@RestPath String token) {
        links.member(token).orElseThrow(NotFoundException::new);
        return page(token, false);
    }

    /**
     * The request of the page's button and of mail programs, which send no cookies. Its body does not matter. The response
     * is no redirect (RFC 8058, 3.1).
     */
    @POST
    @CsrfExempt
    @Transactional
    public Response stop(@RestPath String token) {
        Member.setMailAnswers(links.member(token).orElseThrow(NotFoundException::new), false);
        return page(token, true);
    }

    private static Response page(String token, boolean done) {
        return Response.ok(Views.unsubscribe(token, done))
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
