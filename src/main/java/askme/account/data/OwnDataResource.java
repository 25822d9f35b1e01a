package askme.account.data;

import askme.account.OwnPassword;
import askme.markdown.UserInput;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.Role;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The page on which the signed-in member takes the data along or deletes the account. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OwnDataResource {

    private final DataExports exports;
    private final AccountDeletion deletion;
    private final OwnPassword password;
    private final CurrentMember current;
    private final LocalizedMessages<OwnDataMessages> messages = LocalizedMessages.of(OwnDataMessages.class);

    OwnDataResource(DataExports exports, AccountDeletion deletion, OwnPassword password, CurrentMember current) {
        this.exports = exports;
        this.deletion = deletion;
        this.password = password;
        this.current = current;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance data(OwnDataPage page);
    }

    @GET
    @Path(MemberLinks.OWN_DATA)
    public Response show() {
        return Response.ok(page(current.row(), FormErrors.none()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(DataLinks.EXPORT)
    @BeforeConfirmation
    @RateLimited("password-reset")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response export() {
        boolean asked = exports.ask(current.required().id());
        return Flash.redirect(
                MemberLinks.ownData(),
                asked ? messages.get().export_asked() : messages.get().export_lately());
    }

    /** A file of an export. The session of its owner is needed, so the address alone opens nothing. */
    @GET
    @Path(DataLinks.EXPORT_PART)
    @Produces("application/zip")
    public Response part(@RestPath long id, @RestPath int part) {
        java.nio.file.Path file =
                exports.file(id, part, current.required().id()).orElseThrow(NotFoundException::new);
        return Response.ok(file.toFile())
                .header("Content-Disposition", "attachment; filename=\"askme-" + id + "-" + part + ".zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(DataLinks.DELETE_ACCOUNT)
    @BeforeConfirmation
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response delete(@RestForm String presentPassword) {
        Member member = current.row();
        FormErrors errors = FormErrors.none();
        if (member.role() == Role.ADMINISTRATOR) {
            errors.add("presentPassword", messages.get().administrator());
        } else {
            password.confirm(member, "presentPassword", UserInput.start(presentPassword), errors);
        }
        if (errors.any()) {
            return PageResponses.unprocessable(page(member, errors));
        }
        deletion.plan(member);
        return Flash.redirect(MemberLinks.ownData(), messages.get().planned());
    }

    @POST
    @Path(DataLinks.KEEP_ACCOUNT)
    @BeforeConfirmation
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response keep() {
        deletion.takeBack(current.required().id());
        return Flash.redirect(MemberLinks.ownData(), messages.get().kept());
    }

    private TemplateInstance page(Member member, FormErrors errors) {
        return Views.data(
                new OwnDataPage(exports.last(member.id).orElse(null), member.deleteAt, "former-" + member.id, errors));
    }
}
