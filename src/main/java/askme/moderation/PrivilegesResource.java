package askme.moderation;

import askme.member.MemberLinks;
import askme.member.Privilege;
import askme.session.CurrentMember;
import askme.session.Rights;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** Explains from which rating a member can do what, and what the reader can do. */
@Path(MemberLinks.PRIVILEGES)
@Produces(MediaType.TEXT_HTML)
@Blocking
class PrivilegesResource {

    private final CurrentMember current;

    PrivilegesResource(CurrentMember current) {
        this.current = current;
    }

    /**
     * A privilege as the page shows it.
     *
     * @param threshold 0 for everybody
     * @param has whether the reader has it
     */
    @TemplateData
    record Explained(Privilege privilege, int threshold, boolean has) {}

    @CheckedTemplate(basePath = "moderation")
    static class Views {
        static native TemplateInstance privileges(List<Explained> privileges);
    }

    @GET
    public TemplateInstance show() {
        Rights rights = current.rights();
        return Views.privileges(Arrays.stream(Privilege.values())
                .map(one -> new Explained(one, rights.threshold(one), rights.has(one)))
                .toList());
    }
}
