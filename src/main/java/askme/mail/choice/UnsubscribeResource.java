package askme.mail.choice;

import askme.follow.Follows;
import askme.member.Member;
import askme.notification.NotificationKind;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;

/** Turns mails off with one click (RFC 8058), and on again. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class UnsubscribeResource {

    private final UnsubscribeLinks links;
    private final MailChoices choices;
    private final Follows follows;

    UnsubscribeResource(UnsubscribeLinks links, MailChoices choices, Follows follows) {
        this.links = links;
        this.choices = choices;
        this.follows = follows;
    }

    @CheckedTemplate(basePath = "mail")
    static class Views {
        static native TemplateInstance unsubscribe(UnsubscribePage page);

        static native TemplateInstance unsubscribeUndo(UnsubscribePage page);
    }

    /** Changes nothing, because mail scanners follow every link. */
    @GET
    @Path(MailLinks.UNSUBSCRIBE)
    @Transactional
    public Response ask(@RestPath String token) {
        return page(Views.unsubscribe(page(token, false)));
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
        UnsubscribePage page = page(token, true);
        want(page.subscription(), false);
        return page(Views.unsubscribe(page));
    }

    /** A separate page, because the response to a mail program must not set the cookie that its form needs. */
    @GET
    @Path(MailLinks.UNSUBSCRIBE_UNDO)
    @Transactional
    public Response askUndo(@RestPath String token) {
        return page(Views.unsubscribeUndo(page(token, false)));
    }

    @POST
    @Path(MailLinks.UNSUBSCRIBE_UNDO)
    @GuestForm
    @RateLimited("profile")
    @Transactional
    public Response undo(@RestPath String token) {
        UnsubscribePage page = page(token, true);
        want(page.subscription(), true);
        return page(Views.unsubscribeUndo(page));
    }

    private void want(Subscription subscription, boolean wanted) {
        long member = subscription.member();
        if (subscription.isQuestion()) {
            follows.mute(subscription.question(), member, !wanted);
        } else if (subscription.isKinds()) {
            Pace pace = wanted ? subscription.pace() : Pace.NEVER;
            Map<NotificationKind, Pace> chosen =
                    subscription.kinds().stream().collect(Collectors.toMap(Function.identity(), kind -> pace));
            choices.replace(member, chosen);
        } else {
            choices.wantAny(member, wanted);
        }
    }

    private UnsubscribePage page(String token, boolean done) {
        Subscription subscription = links.open(token).orElseThrow(NotFoundException::new);
        Member member = Member.<Member>findByIdOptional(subscription.member()).orElseThrow(NotFoundException::new);
        return new UnsubscribePage(token, member.nickname, subscription, done);
    }

    private static Response page(TemplateInstance page) {
        return Response.ok(page)
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
