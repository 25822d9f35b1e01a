package askme.mail.choice;

import askme.member.EmailAddress;
import askme.member.Member;
import askme.notification.NotificationKind;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.session.SignInRequired;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** The signed-in member's choices of mails. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ChoicesResource {

    private final MailChoices choices;
    private final Refusals refusals;
    private final CurrentMember current;
    private final LocalizedMessages<ChoiceMessages> messages = LocalizedMessages.of(ChoiceMessages.class);

    ChoicesResource(MailChoices choices, Refusals refusals, CurrentMember current) {
        this.choices = choices;
        this.refusals = refusals;
        this.current = current;
    }

    @CheckedTemplate(basePath = "mail")
    static class Views {
        static native TemplateInstance choices(ChoicesPage page);
    }

    @GET
    @Path(MailLinks.CHOICES)
    public Response show() {
        return Response.ok(page(null)).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path(MailLinks.CHOICES)
    @RateLimited("profile")
    @BeforeConfirmation
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response save(@BeanParam ChoicesForm form) {
        long member = current.required().id();
        Optional<Map<NotificationKind, Pace>> chosen = form.paces();
        if (chosen.isEmpty()) {
            return PageResponses.unprocessable(page(messages.get().unknown()));
        }
        choices.replace(member, chosen.get());
        return Flash.redirect(MailLinks.mailChoices(), messages.get().saved());
    }

    /** Sends mail to a refused address again. */
    @POST
    @Path(MailLinks.TRY_AGAIN)
    @RateLimited("profile")
    @BeforeConfirmation
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response tryAgain() {
        refusals.forget(current.required().id());
        return Flash.redirect(MailLinks.mailChoices(), messages.get().tried_again());
    }

    /** A script reports the zone once for each browser. An unknown zone changes nothing. */
    @POST
    @Path(MailLinks.ZONE)
    @RateLimited("profile")
    @BeforeConfirmation
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Produces(MediaType.WILDCARD) // the script accepts JSON, in which errors come
    public void zone(@RestForm String zone) {
        choices.setZone(current.required().id(), zone);
    }

    private TemplateInstance page(String error) {
        Member member = Member.<Member>findByIdOptional(current.required().id()).orElseThrow(SignInRequired::new);
        String refused = member.email != null && refusals.suppressed(member.id, member.email)
                ? EmailAddress.Check.readable(member.email)
                : null;
        return Views.choices(ChoicesPage.of(choices.of(member.id), refused, error));
    }
}
