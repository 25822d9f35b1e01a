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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;

/** Lets a moderator lift a suspension and take that back, and suspend without an end and a reason. All others receive 404. */
@Path(MemberLinks.SUSPENSION)
@Produces(MediaType.TEXT_HTML)
@Blocking
class SuspensionResource {

    private final Suspensions suspensions;
    private final CurrentMember current;
    private final Clock clock;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    SuspensionResource(Suspensions suspensions, CurrentMember current, Clock clock) {
        this.suspensions = suspensions;
        this.current = current;
        this.clock = clock;
    }

    @POST
    @RateLimited("edit")
    public Response set(@RestPath String nickname, @BeanParam SuspensionForm form) {
        Member member = suspensions.requirePossible(nickname, current.rights());
        String page = MemberLinks.member(member.nickname);
        String path = MemberLinks.suspension(member.nickname);
        if (form.suspends()) {
            suspensions.suspend(member, form.end(), form.shortReason(), current.idOrZero());
            return Flash.redirect(
                    page, messages.get().was_suspended(member.nickname), Undo.by(path, SuspensionForm.FIELD, "off"));
        }
        boolean was = member.isSuspended(clock.instant());
        suspensions.lift(member, current.idOrZero());
        String lifted = messages.get().was_lifted(member.nickname);
        return was ? Flash.redirect(page, lifted, SuspensionForm.again(path, member)) : Flash.redirect(page, lifted);
    }
}
