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

/** Stopping the mails (RFC 8058). */
@Path(MailLinks.UNSUBSCRIBE)
@Produces(MediaType.TEXT_HTML)
@Blocking
class UnsubscribeResource {

    private final UnsubscribeLinks unsubscribing;

    UnsubscribeResource(UnsubscribeLinks unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @CheckedTemplate(basePath = "mail")
    static class Views {
        static native TemplateInstance unsubscribe(String token, boolean done);
    }

    /** Changes nothing: mail scanners follow every link. */
    @GET
    public Response ask(@RestPath String token) {
        unsubscribing.member(token).orElseThrow(NotFoundException::new);
        return page(token, false);
    }

    /**
     * What the button of the page sends, and what a mail program sends by itself: without cookies, and whatever the
     * body. The answer is no redirect, as RFC 8058, 3.1 demands.
     */
    @POST
    @CsrfExempt
    @Transactional
    public Response stop(@RestPath String token) {
        Member.setMailAnswers(unsubscribing.member(token).orElseThrow(NotFoundException::new), false);
        return page(token, true);
    }

    private static Response page(String token, boolean done) {
        return Response.ok(Views.unsubscribe(token, done))
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
