package askme.moderation;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import askme.web.page.Undo;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Lets a moderator lift a suspension, and suspend without an end and a reason. All others receive 404. */
@Path(MemberLinks.SUSPENSION)
@Produces(MediaType.TEXT_HTML)
@Blocking
class SuspensionResource {

    private final Suspensions suspensions;
    private final CurrentMember current;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    SuspensionResource(Suspensions suspensions, CurrentMember current) {
        this.suspensions = suspensions;
        this.current = current;
    }

    @POST
    @RateLimited("edit")
    public Response set(@RestPath String nickname, @RestForm String suspended) {
        Member member = suspensions.requirePossible(nickname, current.rights());
        String page = MemberLinks.member(member.nickname);
        if ("on".equals(suspended)) {
            suspensions.suspend(member, null, "", current.idOrZero());
            Undo lift = new Undo(MemberLinks.suspension(member.nickname), "suspended", "off");
            return Flash.redirect(page, messages.get().was_suspended(member.nickname), lift);
        }
        suspensions.lift(member, current.idOrZero());
        return Flash.redirect(page, messages.get().was_lifted(member.nickname));
    }
}
