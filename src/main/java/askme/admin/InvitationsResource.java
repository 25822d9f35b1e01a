package askme.admin;

import askme.joining.Invitation;
import askme.joining.Invitations;
import askme.member.MemberLinks;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.PageContext;
import askme.web.security.Audit;
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
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The links with which new members may join. A link is shown once, because only its hash is stored. */
@Path(AdminLinks.INVITATIONS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@AdminOnly
class InvitationsResource {

    private static final int CREATED = 201;

    private final Invitations invitations;
    private final FormValidator validator;
    private final PageContext context;
    private final CurrentMember current;
    private final Audit audit;
    private final LocalizedMessages<AdministrationMessages> messages =
            LocalizedMessages.of(AdministrationMessages.class);

    InvitationsResource(
            Invitations invitations, FormValidator validator, PageContext context, CurrentMember current, Audit audit) {
        this.invitations = invitations;
        this.validator = validator;
        this.context = context;
        this.current = current;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "admin")
    static class Views {
        static native TemplateInstance invitations(
                List<Invitation> open, InvitationForm form, FormErrors errors, String link);
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public TemplateInstance list() {
        return Views.invitations(invitations.list(), InvitationForm.EMPTY, FormErrors.none(), null);
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response make(@BeanParam InvitationForm form) {
        FormErrors errors = validator.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(Views.invitations(invitations.list(), form, errors, null));
        }
        long maker = current.required().id();
        String token = invitations.make(
                form.note(), Duration.ofDays(Integer.parseInt(form.days())), Integer.parseInt(form.most()), maker);
        audit.event("invitation-made", maker);
        String link = context.absolute(MemberLinks.invited(token));
        return Response.status(CREATED)
                .entity(Views.invitations(invitations.list(), InvitationForm.EMPTY, FormErrors.none(), link))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{id}/end")
    public Response end(@RestPath long id) {
        invitations.end(id);
        audit.event("invitation-ended", current.required().id());
        return Flash.redirect(AdminLinks.invitations(), messages.get().invitation_ended());
    }
}
