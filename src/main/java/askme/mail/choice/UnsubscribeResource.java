package askme.mail.choice;

import askme.member.Member;
import askme.web.ratelimit.RateLimited;
import askme.web.security.CsrfExempt;
import askme.web.security.GuestForm;
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

/** Turns mails off with one click (RFC 8058), and on again. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class UnsubscribeResource {

    private final UnsubscribeLinks links;

    UnsubscribeResource(UnsubscribeLinks links) {
        this.links = links;
    }

    @CheckedTemplate(basePath = "mail")
    static class Views {
        static native TemplateInstance unsubscribe(String token, String nickname, boolean done);

        static native TemplateInstance unsubscribeUndo(String token, String nickname, boolean done);
    }

    /** Changes nothing, because mail scanners follow every link. */
    @GET
    @Path(MailLinks.UNSUBSCRIBE)
    public Response ask(@RestPath String token) {
        return page(Views.unsubscribe(token, member(token).nickname, false));
    }

    /**
     * The request of the page's button and of mail programs, which send no cookies. Its body does not matter. The response
     * is no redirect (RFC 8058, 3.1).
     */
    @POST
    @Path(MailLinks.UNSUBSCRIBE)
    @CsrfExempt
    @Transactional
    public Response stop(@RestPath String token) {
        Member member = member(token);
        Member.setMailAnswers(member.id, false);
        return page(Views.unsubscribe(token, member.nickname, true));
    }

    /** A separate page, because the response to a mail program must not set the cookie that its form needs. */
    @GET
    @Path(MailLinks.UNSUBSCRIBE_UNDO)
    public Response askUndo(@RestPath String token) {
        return page(Views.unsubscribeUndo(token, member(token).nickname, false));
    }

    @POST
    @Path(MailLinks.UNSUBSCRIBE_UNDO)
    @GuestForm
    @RateLimited("profile")
    @Transactional
    public Response undo(@RestPath String token) {
        Member member = member(token);
        Member.setMailAnswers(member.id, true);
        return page(Views.unsubscribeUndo(token, member.nickname, true));
    }

    private Member member(String token) {
        long id = links.member(token).orElseThrow(NotFoundException::new);
        return Member.<Member>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Response page(TemplateInstance page) {
        return Response.ok(page)
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
