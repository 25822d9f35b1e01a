package askme.account;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.member.Nickname;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Lets an administrator suspend a member and lift the suspension. All others receive 404. */
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
    public Response set(@RestPath String nickname, @RestForm String suspended) {
        if (!current.rights().maySuspend()) {
            throw new NotFoundException();
        }
        Member member = Member.byNickname(Nickname.Check.clean(nickname)).orElseThrow(NotFoundException::new);
        if (!suspensions.possible(member)) {
            throw new ForbiddenException();
        }
        boolean on = "on".equals(suspended);
        suspensions.set(member, on, current.idOrZero());
        return Flash.redirect(
                MemberLinks.member(member.nickname),
                on
                        ? messages.get().was_suspended(member.nickname)
                        : messages.get().was_lifted(member.nickname));
    }
}
