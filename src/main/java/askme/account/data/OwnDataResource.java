package askme.account.data;

import askme.member.MemberLinks;
import askme.session.CurrentMember;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The page on which the signed-in member takes the data along or deletes the account. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OwnDataResource {

    private final CurrentMember current;

    OwnDataResource(CurrentMember current) {
        this.current = current;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance data();
    }

    @GET
    @Path(MemberLinks.OWN_DATA)
    public Response show() {
        current.required();
        return Response.ok(Views.data()).header("Cache-Control", "no-store").build();
    }
}
