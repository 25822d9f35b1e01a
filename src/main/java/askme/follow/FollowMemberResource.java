package askme.follow;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.Nickname;
import askme.session.CurrentMember;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Follows members. It has its own path, because the page of a member would take its requests. */
@Path(FollowLinks.MEMBER)
@Produces(MediaType.TEXT_HTML)
@Blocking
class FollowMemberResource {

    private final Follows follows;
    private final CurrentMember current;
    private final HttpServerRequest request;

    FollowMemberResource(Follows follows, CurrentMember current, HttpServerRequest request) {
        this.follows = follows;
        this.current = current;
        this.request = request;
    }

    @POST
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public FollowState member(@RestPath String nickname, FollowForm form) {
        long member = current.required().id();
        return follows.followMember(
                followed(nickname).id, member, FollowForm.given(form).following());
    }

    @POST
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response memberByForm(@RestPath String nickname, @RestForm String following) {
        long member = current.required().id();
        Member found = followed(nickname);
        follows.followMember(found.id, member, FollowForm.ofField(following));
        return FollowForm.done(request, MemberLinks.member(found.nickname));
    }

    private static Member followed(String nickname) {
        String name = Nickname.Check.clean(nickname);
        return Member.byNickname(name).or(() -> Member.byFormerNickname(name)).orElseThrow(NotFoundException::new);
    }
}
